import type { Records } from './records.js';
import type { Table } from './table.js';

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
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    return this.#table.get(`${kind}/${id}`) as Records[K] | undefined;
  }

  *range<K extends Kind>(kind: K, range: Range = {}): Generator<readonly [string, Records[K]]> {
    const low = `${kind}/${range.after ?? range.prefix ?? ''}`;
    const high =
      range.before === undefined
        ? `${kind}/${range.prefix ?? ''}${LAST}`
        : `${kind}/${range.before}`;
    const rows = this.#table.range(
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

  /** Takes a draft's writes as one; resolves when they are as safe as they get. */
  async commit(writes: ReadonlyMap<string, unknown>): Promise<void> {
    if (writes.size > 0) await this.#table.write(writes);
  }

  async close(): Promise<void> {
    await this.#table.close();
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
