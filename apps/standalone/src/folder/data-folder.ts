import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeFolder } from '#platform';
import { diskFull, StartFailure } from '../start-failure.js';
import { closeToOthers } from './close-to-others.js';
import { readJson, writeJson } from './json-file.js';

/** Counts up when an older Assay could not read what a newer one wrote. */
const FORMAT = 1;

/** Below this nothing starts: PostgreSQL and the event store would fail one after the other. */
const FREE_BYTES_MIN = 256 * 1024 * 1024;

/** Where each service is, for the tools beside the system. */
export type Urls = Readonly<Record<'command' | 'query' | 'operations' | 'sandbox', string>> & {
  /** Absent: scoring runs inside command-service. */
  readonly fraudWorker?: string;
  /** Health of the system as a whole. */
  readonly standalone?: string;
};

/** With login and password, for the commands that a person runs beside the system. */
export type Doors = Readonly<Record<'eventStore' | 'nats', string | null>>;

type Claim = { readonly pid: number; readonly urls?: Urls; readonly doors?: Doors };

/** The one folder a standalone system keeps everything in, while this process owns it. */
export class DataFolder {
  private constructor(readonly path: string) {}

  /**
   * Makes the folder where there is none, claims it for this process, and closes it to others.
   *
   * @throws InvalidConfig when it cannot be made or written to, or is a file.
   * @throws StartFailure when another system runs on it, another version wrote it, it holds
   * something else, or its disk is full.
   */
  static async open(path: string): Promise<DataFolder> {
    const folder = new DataFolder(resolve(path));
    makeFolder(folder.path, 'choose another folder with --data');
    folder.#assertOurs();
    await folder.#assertRoom();
    folder.#claim();
    mkdirSync(folder.of('logs'), { recursive: true });
    closeToOthers(folder.path);
    return folder;
  }

  of(...names: string[]): string {
    return join(this.path, ...names);
  }

  /** Tells tools where the services are. */
  publish(urls: Urls, doors: Doors): void {
    writeJson(this.#claimFile, { pid: process.pid, urls, doors } satisfies Claim);
  }

  /** Gives the folder up; another process may open it. */
  release(): void {
    rmSync(this.#claimFile, { force: true });
  }

  get #claimFile(): string {
    return this.of('standalone.json');
  }

  #assertOurs(): void {
    const file = this.of('version.json');
    const version = readJson(file) as { format?: unknown } | null;
    if (version === null) {
      this.#assertEmpty();
      writeJson(file, { format: FORMAT });
      return;
    }
    if (version.format === FORMAT) return;
    throw new StartFailure(
      `${this.path} was written by another version of Assay (format ${String(version.format)}, ` +
        `this one reads ${FORMAT}); start that version, or choose another folder with --data`,
    );
  }

  /** A folder without a version is ours only when nothing of anyone else's is in it. */
  #assertEmpty(): void {
    const others = readdirSync(this.path).filter((name) => !OURS.includes(name));
    if (others.length === 0) return;
    throw new StartFailure(
      `${this.path} holds other files (${others.slice(0, 3).join(', ')}…); ` +
        'choose an empty folder with --data',
    );
  }

  async #assertRoom(): Promise<void> {
    const { bavail, bsize } = await statfs(this.path);
    if (bavail * bsize < FREE_BYTES_MIN) throw new StartFailure(diskFull(this.path));
  }

  #claim(): void {
    const pid = ownerOf(this.#claimFile);
    if (pid !== null && pid !== process.pid && isAlive(pid)) {
      throw new StartFailure(
        `${this.path} is in use by another standalone system (process ${pid}); ` +
          'stop it, or choose another folder with --data',
      );
    }
    rmSync(this.#claimFile, { force: true }); // Left behind by a process that was killed.
    try {
      closeSync(openSync(this.#claimFile, 'wx'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new StartFailure(`${this.path} was just taken by another standalone system`);
    }
    writeJson(this.#claimFile, { pid: process.pid } satisfies Claim);
  }
}

const OURS = [
  'event-store',
  'event-store-door',
  'logs',
  'nats',
  'postgres',
  'provider-sandbox',
  'standalone.json',
];

function ownerOf(file: string): number | null {
  const claim = readJson(file) as Claim | null;
  return claim?.pid ?? null;
}

/** Whether this process runs and is what it was: process numbers are used again. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    return /standalone|start\.mjs/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return true; // No /proc to ask here.
  }
}
