import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StoreNotOpened } from './errors.js';

/** Who writes to a store folder. The start time tells a reused process id from the writer's. */
type Owner = { readonly pid: number; readonly startedAt: string; readonly token: string };

/** Folders open in this process, where the process id cannot tell two writers apart. */
const openFolders = new Set<string>();

/**
 * Makes this process the only writer of `folder` until the returned function is called. The lock
 * of a process that died is taken over.
 *
 * @throws StoreNotOpened when another writer lives, or the folder cannot be written to.
 */
export function lockForWriting(folder: string): () => void {
  const path = resolve(folder);
  const file = join(path, 'writer.lock');
  if (openFolders.has(path)) throw inUse(path, 'this process');

  const own: Owner = {
    pid: process.pid,
    startedAt: startOf(process.pid) ?? '',
    token: randomUUID(),
  };
  for (;;) {
    if (create(file, own)) break;
    const owner = readOwner(file);
    if (owner && lives(owner)) throw inUse(path, `process ${owner.pid}`);
    moveAway(file, owner);
  }
  openFolders.add(path);

  return () => {
    openFolders.delete(path);
    if (readOwner(file)?.token === own.token) unlinkSync(file);
  };
}

function inUse(path: string, by: string): StoreNotOpened {
  return new StoreNotOpened(
    'in-use',
    `event store ${path} is already open in ${by}; one process writes, the others connect to it`,
  );
}

/** Creates the file with its content in one step, so that nobody ever reads half an owner. */
function create(file: string, owner: Owner): boolean {
  const draft = `${file}.${owner.token}`;
  try {
    writeFileSync(draft, JSON.stringify(owner));
  } catch (error) {
    throw new StoreNotOpened(
      'not-writable',
      `event store ${file} cannot be written: ${(error as Error).message}`,
      { cause: error },
    );
  }
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined; // Gone, or never a lock of ours: both mean that nobody holds it.
  }
}

function lives(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const startedAt = startOf(owner.pid);
  return startedAt === undefined || startedAt === owner.startedAt;
}

/** Removes a dead owner's lock; one that somebody replaced meanwhile is put back. */
function moveAway(file: string, dead: Owner | undefined): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readOwner(aside);
  if (moved !== undefined && moved.token !== dead?.token) linkSync(aside, file);
  unlinkSync(aside);
}

/** When a process began, in the kernel's own words; undefined where the system does not tell. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    // The 22nd field; the second may hold spaces but ends with the last parenthesis.
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return undefined;
  }
}
