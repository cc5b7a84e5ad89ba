import { join } from 'node:path';
import { type Database as LmdbDatabase, open, type RootDatabase } from 'lmdb';
import { StoreNotOpened } from './errors.js';

/** Raised when the layout below changes; an older folder is refused, never guessed at. */
export const FORMAT_VERSION = 1;

/**
 * The LMDB file of a store. `log` is the truth: events by position. Everything else is derived
 * from it in the background and can be rebuilt.
 */
export type Database = {
  readonly root: RootDatabase<Buffer, string>;
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
export function openDatabase(folder: string): Database {
  let root: RootDatabase<Buffer, string>;
  try {
    // An acknowledged append must be on disk, so commits may not overtake their flush.
    root = open({
      path: databaseFile(folder),
      noSubdir: true,
      encoding: 'binary',
      overlappingSync: false,
      // Every write goes through a WriteBatch; batching by turn as well would only lose errors.
      eventTurnBatching: false,
      maxDbs: 8,
    });
  } catch (error) {
    const why = (error as Error).message;
    throw new StoreNotOpened('not-writable', `event store ${folder} cannot be opened: ${why}`, {
      cause: error,
    });
  }
  checkFormat(root, folder);
  return {
    root,
    log: root.openDB({ name: 'log', encoding: 'binary' }),
    index: root.openDB({ name: 'index', encoding: 'binary', keyEncoding: 'binary' }),
    streams: root.openDB({ name: 'streams', encoding: 'binary' }),
  };
}

/** The one file that holds a store. */
export function databaseFile(folder: string): string {
  return join(folder, 'events.mdb');
}

function checkFormat(root: RootDatabase<Buffer, string>, folder: string): void {
  const found = root.get('format')?.toString();
  if (found === undefined) {
    root.putSync('format', Buffer.from(String(FORMAT_VERSION)));
    return;
  }
  if (found === String(FORMAT_VERSION)) return;
  void root.close();
  throw new StoreNotOpened(
    'other-format',
    `event store ${folder} has format ${found}; this version reads format ${FORMAT_VERSION}. ` +
      'Run the version that wrote it, or start with an empty folder.',
  );
}
