import { mkdirSync } from 'node:fs';
import { open, type RootDatabase } from 'lmdb';
import type { Records } from './records.js';

type Kind = keyof Records;

export type Range = {
  /** Ids start with this. */
  readonly prefix?: string;
  /** Exclusive: go on from this id, older ones next. */
  readonly before?: string | undefined;
  /** Exclusive: go on from this id, newer ones next. */
  readonly after?: string | undefined;
  readonly newestFirst?: boolean;
};

/** Sorts after every character that an id can hold. */
const LAST = '\uffff';

/**
 * Everything the sandbox remembers: records by kind and id, ids sorting by age.
 *
 * Writes go through a draft and are seen by `get` at once; `range` sees what is on disk.
 */
export class Shelf {
  readonly #database: RootDatabase<unknown, string>;
  /** Committed drafts on their way to the disk, newest write per key; null is a removal. */
  readonly #underway = new Map<string, { readonly value: unknown }>();
  #flushed: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    // A commit is reported once it is on disk, not when it is merely visible.
    this.#database = open({ path: folder, overlappingSync: false, compression: true });
  }

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    const key = `${kind}/${id}`;
    const underway = this.#underway.get(key);
    if (underway !== undefined) return (underway.value ?? undefined) as Records[K] | undefined;
    return this.#database.get(key) as Records[K] | undefined;
  }

  *range<K extends Kind>(kind: K, range: Range = {}): Generator<readonly [string, Records[K]]> {
    const low = `${kind}/${range.after ?? range.prefix ?? ''}`;
    const high =
      range.before === undefined
        ? `${kind}/${range.prefix ?? ''}${LAST}`
        : `${kind}/${range.before}`;
    const rows = this.#database.getRange(
      range.newestFirst === true
        ? { start: high, end: low, reverse: true }
        : { start: low, end: high },
    );
    for (const { key, value } of rows) {
      const id = key.slice(kind.length + 1);
      if (id !== range.before && id !== range.after) yield [id, value as Records[K]];
    }
  }

  draft(): Draft {
    return new Draft(this);
  }

  /** Takes a draft's writes as one; resolves when they are on disk. */
  async commit(writes: ReadonlyMap<string, unknown>): Promise<void> {
    if (writes.size === 0) return;
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

  /** Resolves when everything committed so far is on disk. */
  async flushed(): Promise<void> {
    await this.#flushed;
  }

  async close(): Promise<void> {
    await this.#flushed;
    await this.#database.close();
  }
}

/** What one request wants to change. Nothing of it happens before the commit. */
export class Draft {
  readonly #shelf: Shelf;
  readonly #writes = new Map<string, unknown>();
  readonly #afterwards: (() => void | Promise<void>)[] = [];

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    const key = `${kind}/${id}`;
    if (!this.#writes.has(key)) return this.#shelf.get(kind, id);
    return (this.#writes.get(key) ?? undefined) as Records[K] | undefined;
  }

  put<K extends Kind>(kind: K, id: string, record: Records[K]): void {
    this.#writes.set(`${kind}/${id}`, record);
  }

  remove(kind: Kind, id: string): void {
    this.#writes.set(`${kind}/${id}`, null);
  }

  /** Runs once the changes are on disk; the commit waits for it. */
  afterwards(action: () => void | Promise<void>): void {
    this.#afterwards.push(action);
  }

  async commit(): Promise<void> {
    await this.#shelf.commit(this.#writes);
    for (const action of this.#afterwards) await action();
  }
}
