import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database as LmdbDatabase, open, type RootDatabase } from 'lmdb';
import { checkFile } from './check-file.js';
import { notWritable, StoreNotOpened } from './errors.js';
import { FileReserve } from './file-reserve.js';
import { isEmpty, refuseLost } from './known-store.js';
import { FILE_MODE, keepToOwner } from './owner-only.js';

/** Raised when the layout below changes; an unknown one is refused, never guessed at. */
export const FORMAT_VERSION = 2;
/** Events had no checksums; it is read as it is, and written to in today's. */
const FORMAT_WITHOUT_CHECKSUMS = 1;

/** Room for LMDB's own lock file: three pages, of which it uses 8,272 bytes. */
const LOCK_FILE_BYTES = 12_288;
/** What a new store takes at most before its first event. */
const CREATE_BYTES_MAX = 128 * 1024;

/**
 * The LMDB file of a store. `log` is the truth: events by position. Everything else is derived
 * from it in the background and can be rebuilt.
 */
export type Database = Tables & {
  readonly root: Root;
  readonly reserve: FileReserve;
};

type Root = RootDatabase<Buffer, string>;

type Tables = {
  /** position → event, as a RecordedEvent message. */
  readonly log: LmdbDatabase<Buffer, number>;
  /** (stream number, first revision) → positions, six bytes each. */
  readonly index: LmdbDatabase<Buffer, Buffer>;
  /** stream name → its number, head and metadata. */
  readonly streams: LmdbDatabase<Buffer, string>;
};

/**
 * Opens or creates the LMDB file in `folder`.
 *
 * @throws StoreNotOpened when it is of another format or cannot be written.
 */
export async function openDatabase(folder: string): Promise<Database> {
  let root: Root | undefined;
  let reserve: FileReserve | undefined;
  try {
    refuseUnfinished(folder);
    // Before LMDB makes a new file of it.
    if (isEmpty(databaseFile(folder))) refuseLost(folder, 0);
    else await checkFile(folder, databaseFile(folder));
    reserveLockFile(folder);
    root = openRoot(folder);
    keepToOwner(databaseFile(folder), FILE_MODE);
    keepToOwner(lockFile(folder), FILE_MODE);
    reserve = await FileReserve.open(root, databaseFile(folder));
    return { root, reserve, ...(await openTables(root, reserve, folder)) };
  } catch (error) {
    await reserve?.close();
    await root?.close();
    throw error instanceof StoreNotOpened ? error : notWritable(folder, error);
  }
}

async function openTables(root: Root, reserve: FileReserve, folder: string): Promise<Tables> {
  const format = root.get('format')?.toString();
  const known = [FORMAT_WITHOUT_CHECKSUMS, FORMAT_VERSION].map(String);
  if (format !== undefined && !known.includes(format)) {
    throw new StoreNotOpened(
      'other-format',
      `event store ${folder} has format ${format}; this version reads formats ` +
        `${known.join(' and ')}. Run the version that wrote it, or start with an empty folder.`,
    );
  }
  if (format === String(FORMAT_VERSION) && listsFreePages(root)) return tablesOf(root);
  return reserve.during(CREATE_BYTES_MAX, async () => {
    root.putSync('format', Buffer.from(String(FORMAT_VERSION)));
    return tablesOf(root);
  });
}

/**
 * False of a new store and of a backup, which is a compacted copy. Of a copy that has seen many
 * commits, lmdb 3.5.6 ends the process when the first list of free pages that it writes is a long
 * one: it searches the table of lists for room while that list is only half in it. So the first
 * commit is a small one, whose list is short; from then on the table is never empty.
 */
function listsFreePages(root: Root): boolean {
  const { free } = root.getStats() as { readonly free: { readonly entryCount: number } };
  return free.entryCount > 0;
}

function tablesOf(root: Root): Tables {
  return {
    log: root.openDB({ name: 'log', encoding: 'binary' }),
    index: root.openDB({ name: 'index', encoding: 'binary', keyEncoding: 'binary' }),
    streams: root.openDB({ name: 'streams', encoding: 'binary' }),
  };
}

function openRoot(folder: string): Root {
  // An acknowledged append must be on disk, so commits may not overtake their flush.
  return open({
    path: databaseFile(folder),
    noSubdir: true,
    encoding: 'binary',
    overlappingSync: false,
    // Every write goes through a WriteBatch; batching by turn as well would only lose errors.
    eventTurnBatching: false,
    maxDbs: 8,
  });
}

/** The one file that holds a store. */
export function databaseFile(folder: string): string {
  return join(folder, 'events.mdb');
}

/** LMDB's own, beside it. */
function lockFile(folder: string): string {
  return `${databaseFile(folder)}-lock`;
}

/** What will be that file once a backup is whole. */
export function partialFile(folder: string): string {
  return join(folder, 'events.mdb.partial');
}

function refuseUnfinished(folder: string): void {
  if (existsSync(databaseFile(folder)) || !existsSync(partialFile(folder))) return;
  throw new StoreNotOpened(
    'unfinished-backup',
    `event store ${folder} is a backup that did not finish; use another one`,
  );
}

/**
 * LMDB maps its lock file into memory before the file has room on the disk; on a full disk, using
 * it then ends the process. So the room is taken here, where a full disk is an error.
 */
function reserveLockFile(folder: string): void {
  const file = lockFile(folder);
  if (existsSync(file)) return;
  try {
    writeFileSync(file, Buffer.alloc(LOCK_FILE_BYTES), { flush: true });
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}
