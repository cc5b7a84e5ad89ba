import type { Database } from './database.js';
import type { StreamState } from './stream-state.js';
import type { WriteBatch } from './write-batch.js';

const KEY_HALF = 6;
const POSITION_BYTES = 6;
/** Positions per entry; keeps an entry well below a page, so that LMDB need not spill it. */
const CHUNK_MAX = 256;

export type RevisionPage = {
  readonly positions: readonly number[];
  /** Where the next page starts; beyond the asked range when there is none. */
  readonly next: number;
};

/** Finds a stream's events in the log: old ones in LMDB, new ones in the state's tail. */
export class StreamIndex {
  constructor(private readonly db: Database['index']) {}

  /** Positions of revisions `from` to `to`, at most `limit`, upwards. */
  forwards(state: StreamState, from: number, to: number, limit: number): RevisionPage {
    const positions: number[] = [];
    let next = from;
    if (from < state.tailStart) {
      const start = this.#chunkStart(state.number, from);
      const end = keyOf(state.number, Math.min(to + 1, state.tailStart));
      for (const { key, value } of this.db.getRange({ start: keyOf(state.number, start), end })) {
        const first = key.readUIntBE(KEY_HALF, KEY_HALF);
        const last = Math.min(to, first + value.length / POSITION_BYTES - 1);
        for (next = Math.max(next, first); next <= last; next += 1) {
          if (positions.length === limit) return { positions, next };
          positions.push(positionAt(value, next - first));
        }
      }
      next = Math.max(next, Math.min(state.tailStart, to + 1));
    }
    for (; next <= to && positions.length < limit; next += 1) {
      const position = state.tail[next - state.tailStart];
      if (position === undefined) break;
      positions.push(position);
    }
    return { positions, next };
  }

  /** Positions of revisions `from` down to `to`, at most `limit`. */
  backwards(state: StreamState, from: number, to: number, limit: number): RevisionPage {
    const positions: number[] = [];
    let next = from;
    for (; next >= Math.max(to, state.tailStart) && positions.length < limit; next -= 1) {
      const position = state.tail[next - state.tailStart];
      if (position !== undefined) positions.push(position);
    }
    if (positions.length === limit || next < to) return { positions, next };
    const start = keyOf(state.number, next);
    const end = keyOf(state.number, 0);
    for (const { key, value } of this.db.getRange({
      start,
      end,
      reverse: true,
      inclusiveEnd: true,
    })) {
      const first = key.readUIntBE(KEY_HALF, KEY_HALF);
      next = Math.min(next, first + value.length / POSITION_BYTES - 1);
      for (; next >= Math.max(first, to); next -= 1) {
        if (positions.length === limit) return { positions, next };
        positions.push(positionAt(value, next - first));
      }
      if (next < to) break;
    }
    return { positions, next: to - 1 };
  }

  /** Adds the tail of a stream, as it was at some moment, to a commit. */
  write(batch: WriteBatch, { number, tailStart }: StreamState, positions: readonly number[]): void {
    for (let start = 0; start < positions.length; start += CHUNK_MAX) {
      const chunk = positions.slice(start, start + CHUNK_MAX);
      const value = Buffer.allocUnsafe(chunk.length * POSITION_BYTES);
      chunk.forEach((position, at) =>
        value.writeUIntBE(position, at * POSITION_BYTES, POSITION_BYTES),
      );
      batch.put(this.db, keyOf(number, tailStart + start), value);
    }
  }

  /** First revision of the entry that covers `revision`, or `revision` when none does. */
  #chunkStart(number: number, revision: number): number {
    const range = {
      start: keyOf(number, revision),
      end: keyOf(number, 0),
      inclusiveEnd: true,
      reverse: true,
      limit: 1,
    };
    for (const key of this.db.getKeys(range)) return key.readUIntBE(KEY_HALF, KEY_HALF);
    return revision;
  }
}

/** Key of the entry that starts with a revision. */
export function keyOf(number: number, revision: number): Buffer {
  const key = Buffer.allocUnsafe(2 * KEY_HALF);
  key.writeUIntBE(number, 0, KEY_HALF);
  key.writeUIntBE(revision, KEY_HALF, KEY_HALF);
  return key;
}

export type Chunk = { readonly first: number; readonly positions: readonly number[] };

/** A stream's entries, upwards from the one that starts with `from`. */
export function* chunksOf(db: Database['index'], number: number, from = 0): Iterable<Chunk> {
  const range = { start: keyOf(number, from), end: keyOf(number + 1, 0) };
  for (const { key, value } of db.getRange(range)) {
    const count = value.length / POSITION_BYTES;
    const positions = Array.from({ length: count }, (_, index) => positionAt(value, index));
    yield { first: key.readUIntBE(KEY_HALF, KEY_HALF), positions };
  }
}

function positionAt(value: Buffer, index: number): number {
  return value.readUIntBE(index * POSITION_BYTES, POSITION_BYTES);
}
