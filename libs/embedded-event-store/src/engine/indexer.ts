import type { Database } from './database.js';
import type { StreamIndex } from './stream-index.js';
import { encodeStreamState, type StreamState } from './stream-state.js';
import { streamKey, type Streams } from './streams.js';
import type { WriteBatch } from './write-batch.js';

/** How far the derived tables are complete, and the next free stream number at that point. */
export type IndexEntry = { readonly position: number; readonly nextNumber: number };

/** Events collected before they are indexed: many of one stream then share one entry. */
const COLLECTED_MAX = 16_384;
/** Streams written per commit while a collection is being written, at least. */
const SLICE_MIN = 256;

type StreamSnapshot = {
  readonly state: StreamState;
  readonly record: Buffer;
  readonly changes: number;
  readonly positions: readonly number[];
};

type Collection = {
  readonly streams: readonly StreamSnapshot[];
  readonly upTo: IndexEntry;
  written: number;
};

const NOTHING_INDEXED: IndexEntry = { position: 0, nextNumber: 1 };

/**
 * Moves what the streams' tails hold into LMDB, in the background: a little with every commit, in
 * key order, so that an append's own commit stays one sequential write however large the store.
 */
export class Indexer {
  #collection: Collection | undefined;
  /** Last position of the finished or running collection. */
  #collectedTo: number;
  /** Position up to which the index is on disk. */
  indexedTo: number;

  constructor(
    private readonly db: Database,
    private readonly streams: Streams,
    private readonly index: StreamIndex,
  ) {
    this.indexedTo = readIndexed(db).position;
    this.#collectedTo = this.indexedTo;
  }

  /** Starts over after the disk refused a commit. */
  recover(): void {
    this.#collection = undefined;
    this.indexedTo = readIndexed(this.db).position;
    this.#collectedTo = this.indexedTo;
  }

  get busy(): boolean {
    return this.#collection !== undefined;
  }

  /** Starts a collection when enough waits, or all that waits when `now`. */
  collect(lastPosition: number, now: boolean): void {
    const waiting = lastPosition - this.#collectedTo;
    if (this.#collection || waiting <= 0 || (!now && waiting < COLLECTED_MAX)) return;
    this.#collection = {
      streams: [...this.streams.changed.values()].sort((a, b) => a.number - b.number).map(snapshot),
      upTo: { position: lastPosition, nextNumber: this.streams.nextNumber },
      written: 0,
    };
    this.#collectedTo = lastPosition;
  }

  /** Adds a part of the collection to a commit; returns what to do once that is on disk. */
  write(batch: WriteBatch, events: number): (() => void) | undefined {
    const collection = this.#collection;
    if (!collection) return undefined;
    const countMax = Math.max(SLICE_MIN, events * 2);
    const end = Math.min(collection.streams.length, collection.written + countMax);
    const slice = collection.streams.slice(collection.written, end);
    for (const { state, record, positions } of slice) {
      this.index.write(batch, state, positions);
      batch.put(this.db.streams, streamKey(state.name), record);
    }
    collection.written = end;
    const finished = end === collection.streams.length;
    if (finished) {
      batch.put(this.db.root, 'indexed', Buffer.from(JSON.stringify(collection.upTo)));
    }
    return () => {
      for (const written of slice) this.#release(written);
      if (!finished) return;
      this.#collection = undefined;
      this.indexedTo = collection.upTo.position;
    };
  }

  #release({ state, positions, changes }: StreamSnapshot): void {
    state.tail = state.tail.slice(positions.length);
    state.tailStart += positions.length;
    if (state.changes === changes) this.streams.changed.delete(state.name);
  }
}

export function readIndexed({ root }: Database): IndexEntry {
  const stored = root.get('indexed');
  return stored === undefined ? NOTHING_INDEXED : (JSON.parse(stored.toString()) as IndexEntry);
}

function snapshot(state: StreamState): StreamSnapshot {
  const { changes, tail } = state;
  return { state, record: encodeStreamState(state), changes, positions: [...tail] };
}
