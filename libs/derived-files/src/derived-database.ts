import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { open, type RootDatabase } from 'lmdb';
import { troubleOfFile } from './file-shape.js';
import { UnfinishedStarts } from './unfinished-starts.js';

export type DerivedLog = { readonly warn: (facts: object, message: string) => void };

/** An entry does not have its checksum, or the file cannot be read. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/** With `reverse` from the later key, which is `start`, to the earlier one. */
type Range = { readonly start: string; readonly end: string; readonly reverse?: boolean };
type Entry = { readonly key: string; readonly value: string };

const CHECKSUM_LENGTH = 8;
/** Entries that are checked in one turn of the event loop. */
const SLICE = 5_000;

/**
 * What a process derived from the event store, on disk, so that a start does not derive it again.
 * Every entry has a checksum. A file that is damaged is put aside as `….damaged` and begun again:
 * losing it costs time, reading something else in it would cost the truth.
 */
export class DerivedDatabase {
  #database: RootDatabase<string, string>;
  #isProven = false;
  readonly #starts: UnfinishedStarts;

  private constructor(
    private readonly folder: string,
    private readonly log: DerivedLog,
  ) {
    mkdirSync(folder, { recursive: true });
    this.#starts = new UnfinishedStarts(folder);
    const trouble = this.#starts.areTooMany
      ? 'processes ended while they read it'
      : troubleOfFile(folder);
    if (trouble !== null) this.#putAside(trouble);
    this.#starts.begin();
    this.#database = this.#openOrAnew();
  }

  /** Opens what is there; entries are checked when they are read. */
  static open(folder: string, log: DerivedLog): DerivedDatabase {
    return new DerivedDatabase(folder, log);
  }

  /** Opens what is there after checking every entry; what is damaged is begun again. */
  static async openChecked(folder: string, log: DerivedLog): Promise<DerivedDatabase> {
    const database = new DerivedDatabase(folder, log);
    try {
      await database.#checkAll();
    } catch (error) {
      await database.beginAgain(reasonOf(error));
    }
    return database;
  }

  /** @throws DamagedFile when the entry does not have its checksum. */
  get(key: string): string | undefined {
    const stored = this.#database.get(key);
    return stored === undefined ? undefined : checked(key, stored);
  }

  /** @throws DamagedFile, likewise. */
  *getRange(range: Range): Generator<Entry> {
    for (const { key, value } of this.#database.getRange(range)) {
      yield { key, value: checked(key, value) };
    }
  }

  put(key: string, value: string): Promise<boolean> {
    return this.#database.put(key, checksumOf(key, value) + value);
  }

  remove(key: string): Promise<boolean> {
    return this.#database.remove(key);
  }

  /** Takes what `write` puts together, in LMDB's own thread. */
  async batch(write: () => void): Promise<void> {
    await this.#database.batch(write);
    this.#prove();
  }

  /** Puts what `write` puts, or nothing; one at a time, and it may take many turns. */
  async transaction(write: () => Promise<void>): Promise<void> {
    await this.#database.transaction(write);
    this.#prove();
  }

  async clear(): Promise<void> {
    await this.#database.clearAsync();
  }

  /** Puts the file aside, for a person to look at, and begins an empty one. */
  async beginAgain(reason: string): Promise<void> {
    await this.#database.close().catch(() => undefined);
    this.#putAside(reason);
    this.#starts.begin();
    this.#database = openIn(this.folder);
  }

  async close(): Promise<void> {
    await this.#database.close();
    this.#prove();
  }

  /** It was read and written, so the next start may trust it not to end its process. */
  #prove(): void {
    if (this.#isProven) return;
    this.#isProven = true;
    this.#starts.finish();
  }

  #openOrAnew(): RootDatabase<string, string> {
    try {
      return openIn(this.folder);
    } catch (error) {
      this.#putAside(reasonOf(error));
      return openIn(this.folder);
    }
  }

  #putAside(reason: string): void {
    const aside = `${this.folder}.damaged`;
    rmSync(aside, { recursive: true, force: true });
    renameSync(this.folder, aside);
    mkdirSync(this.folder, { recursive: true });
    this.log.warn({ reason, aside }, 'a derived file is damaged or of another version, rebuilding');
  }

  async #checkAll(): Promise<void> {
    let count = 0;
    for (const { key, value } of this.#database.getRange()) {
      checked(key, value);
      count += 1;
      if (count % SLICE === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

function openIn(folder: string): RootDatabase<string, string> {
  return open<string, string>({
    path: folder,
    encoding: 'string',
    // Seen with overlapping syncs: rewriting many long values damaged LMDB's list of free pages,
    // and the write never ended.
    overlappingSync: false,
    // Every write is part of a batch; batching by turn as well would only lose errors.
    eventTurnBatching: false,
  });
}

function checked(key: unknown, stored: unknown): string {
  if (typeof key === 'string' && typeof stored === 'string') {
    const value = stored.slice(CHECKSUM_LENGTH);
    if (stored.slice(0, CHECKSUM_LENGTH) === checksumOf(key, value)) return value;
  }
  throw new DamagedFile(`the entry ${String(key)} does not have its checksum`);
}

/** Over the key too: an entry under another key is as wrong as another value. */
function checksumOf(key: string, value: string): string {
  return crc32(value, crc32(key)).toString(16).padStart(CHECKSUM_LENGTH, '0');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
