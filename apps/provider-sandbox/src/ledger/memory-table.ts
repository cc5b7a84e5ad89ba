import { SortedKeys } from './sorted-keys.js';
import { Table, type KeyRange, type Row } from './table.js';

/** So many records of a kind are kept; beyond, the oldest are forgotten. */
const RECORDS_MAX = 200_000;

/** Kept answers are large, and asked for again soon or never. */
const ANSWERS_MAX = 20_000;

type StoredRecord = {
  readonly records: Map<string, unknown>;
  /** Made for the first range; most kinds never need it. */
  keys: SortedKeys | null;
  readonly countMax: number;
};

/** Keeps records as long as the process lives: faster, and nothing survives it. */
export class MemoryTable extends Table {
  readonly #kinds = new Map<string, StoredRecord>();

  get(key: string): unknown {
    return this.#kindOf(key).records.get(key);
  }

  *range({ start, end, reverse = false }: KeyRange): Generator<Row> {
    const kind = this.#kindOf(start);
    kind.keys ??= new SortedKeys(kind.records.keys());
    const keys = reverse ? kind.keys.backwards(start, end) : kind.keys.between(start, end);
    for (const key of keys) {
      const value = kind.records.get(key);
      if (value !== undefined) yield { key, value };
    }
  }

  async write(writes: ReadonlyMap<string, unknown>): Promise<void> {
    for (const [key, value] of writes) {
      const kind = this.#kindOf(key);
      if (value === null) forget(kind, key);
      else keep(kind, key, value);
    }
  }

  async close(): Promise<void> {
    this.#kinds.clear();
  }

  #kindOf(key: string): StoredRecord {
    const name = key.slice(0, key.indexOf('/'));
    const known = this.#kinds.get(name);
    if (known !== undefined) return known;
    const countMax = name.endsWith('-answer') ? ANSWERS_MAX : RECORDS_MAX;
    const kind: StoredRecord = { records: new Map(), keys: null, countMax };
    this.#kinds.set(name, kind);
    return kind;
  }
}

function keep(kind: StoredRecord, key: string, value: unknown): void {
  if (kind.keys !== null && !kind.records.has(key)) kind.keys.add(key);
  kind.records.set(key, value);
  if (kind.records.size <= kind.countMax) return;
  const [oldest] = kind.records.keys();
  if (oldest !== undefined) forget(kind, oldest);
}

function forget(kind: StoredRecord, key: string): void {
  kind.records.delete(key);
  kind.keys?.delete(key);
}
