import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const SERVER = 'dist/test/integration/event-store-server.js';
const BYTES_MAX = 6 * 1024 * 1024;

/** A store's process; its input keeps it open. */
export type StoreProcess = ChildProcessByStdio<Writable, Readable, null>;

/** A place where a store soon runs out of room, and gets more when asked. */
export type LimitedDisk = {
  /** Starts a store behind its door there; see `event-store-server.ts`. */
  start(): StoreProcess;
  makeRoom(server: StoreProcess): void;
  /** What the store says of it. */
  readonly complaint: RegExp;
  readonly path: string;
  remove(): void;
};

export type DiskLimit = { readonly name: string; readonly make: () => LimitedDisk };

/** The ways this machine has to limit a disk: a small one of its own needs rights to mount it. */
export function diskLimits(): readonly DiskLimit[] {
  const fileSize = { name: 'a file that may not grow', make: limitFileSize };
  if (mayMount()) return [fileSize, { name: 'a disk that is full', make: mountSmallDisk }];
  process.stderr.write(
    'mounting is not allowed here: a limit of file size stands for full disks\n',
  );
  return [fileSize];
}

/** Mounts a disk in memory below a new folder; undefined when that is not allowed. */
export function mountInMemory(options: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'event-store-disk-'));
  if (mount('-t', 'tmpfs', '-o', options, 'tmpfs', folder)) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}

export function mount(...args: readonly string[]): boolean {
  return spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
}

export function unmount(folder: string): void {
  spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
}

/** The first line that a process prints. */
export async function firstLine({ stdout }: StoreProcess): Promise<string> {
  const [chunk] = (await once(stdout.setEncoding('utf8'), 'data')) as [string];
  return chunk.trim();
}

export async function stop(process: StoreProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const ended = once(process, 'close');
  process.stdin.end();
  await ended;
}

function limitFileSize(): LimitedDisk {
  const path = mkdtempSync(join(tmpdir(), 'event-store-limit-'));
  let limit = String(BYTES_MAX);
  const run = ['prlimit', `--fsize=${limit}:unlimited`, process.execPath, SERVER, path] as const;
  return {
    path,
    start: () => startProcess(limit === 'unlimited' ? run.slice(2) : run),
    makeRoom: ({ pid }) => {
      limit = 'unlimited';
      spawnSync('prlimit', ['--pid', String(pid), '--fsize=unlimited:unlimited']);
    },
    complaint: /limit for the size of a file is reached, raise it/,
    remove: () => rmSync(path, { recursive: true }),
  };
}

function mountSmallDisk(): LimitedDisk {
  const disk = mountInMemory(`size=${BYTES_MAX}`) ?? '';
  const path = join(disk, 'event-store');
  mkdirSync(path);
  return {
    path,
    start: () => startProcess([process.execPath, SERVER, path]),
    makeRoom: () => mount('-o', `remount,size=${BYTES_MAX * 16}`, disk),
    complaint: /its disk is full, make room and writing goes on/,
    remove: () => unmount(disk),
  };
}

export function startProcess([program = '', ...args]: readonly string[]): StoreProcess {
  return spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
}

function mayMount(): boolean {
  const folder = mountInMemory('size=1m');
  if (folder !== undefined) unmount(folder);
  return folder !== undefined;
}
