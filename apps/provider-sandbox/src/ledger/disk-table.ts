import { mkdirSync } from 'node:fs';
import { open, type RootDatabase } from 'lmdb';
import { Table, type KeyRange, type Row } from './table.js';

/** Keeps records on disk: what was answered survives the death of the process. */
export class DiskTable extends Table {
  readonly #database: RootDatabase<unknown, string>;
  /** Writes on their way to the disk, the newest per key; null is a removal. */
  readonly #underway = new Map<string, { readonly value: unknown }>();
  #flushed: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    super();
    mkdirSync(folder, { recursive: true });
    // A commit is reported once it is on disk, not when it is merely visible.
    this.#database = open({ path: folder, overlappingSync: false, compression: true });
  }

  get(key: string): unknown {
    const underway = this.#underway.get(key);
    if (underway !== undefined) return underway.value ?? undefined;
    return this.#database.get(key);
  }

  range(range: KeyRange): Iterable<Row> {
    return this.#database.getRange(range);
  }

  async write(writes: ReadonlyMap<string, unknown>): Promise<void> {
    // One synchronous turn is one LMDB transaction: all of a draft or nothing survives a crash.
    let last: Promise<unknown> = this.#flushed;
    for (const [key, value] of writes) {
      this.#underway.set(key, { value });
      last = value === null ? this.#database.remove(key) : this.#database.put(key, value);
    }
    this.#flushed = last;
    await last;
    for (const [key, value] of writes) {
      if (this.#underway.get(key)?.value === value) this.#underway.delete(key);
    }
  }

  async close(): Promise<void> {
    await this.#flushed;
    await this.#database.close();
  }
}
