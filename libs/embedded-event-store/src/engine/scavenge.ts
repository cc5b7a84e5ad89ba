import type { Database } from './database.js';
import type { Log } from './log.js';
import { LogEntry } from './log-entry.js';
import { firstVisible } from './read-stream.js';
import { type Chunk, chunksOf, keyOf } from './stream-index.js';
import { streamRecords } from './stream-records.js';
import type { StreamState } from './stream-state.js';
import { WriteBatch } from './write-batch.js';

export type ScavengeReport = { readonly streams: number; readonly events: number };

/** Removals per commit: few enough that appends never wait long for one. */
const REMOVALS_MAX = 512;

/**
 * Removes for good what metadata and deletion already hide: the space is used again, and `$all` no
 * longer shows the events. A stream's last event stays, because its revision must not be given
 * again; of a stream that ended for good only the tombstone stays.
 */
export async function scavenge(db: Database, log: Log): Promise<ScavengeReport> {
  let streams = 0;
  let events = 0;
  let removals = new Removals(db, log);
  for await (const record of streamRecords(db)) {
    const end = firstKept(db, record);
    if (end <= 0) continue;
    let removed = 0;
    for (const chunk of chunksBelow(db, record.number, end)) {
      removed += removals.add(record.number, chunk, end);
      if (removals.size < REMOVALS_MAX) continue;
      await removals.commit();
      removals = new Removals(db, log);
    }
    if (removed > 0) streams += 1;
    events += removed;
  }
  await removals.commit();
  return { streams, events };
}

/** What one commit removes. */
class Removals {
  readonly #batch = new WriteBatch();
  readonly #positions: number[] = [];

  constructor(
    private readonly db: Database,
    private readonly log: Log,
  ) {}

  get size(): number {
    return this.#batch.size;
  }

  /**
   * Takes the events of a chunk below revision `end`, and the chunk itself if it names none that
   * stays; returns how many events.
   */
  add(number: number, { first, positions }: Chunk, end: number): number {
    const before = this.#positions.length;
    for (const position of positions.slice(0, Math.max(0, end - first))) {
      if (!this.db.log.doesExist(position)) continue;
      this.#batch.remove(this.db.log, position);
      this.#positions.push(position);
    }
    if (first + positions.length <= end) this.#batch.remove(this.db.index, keyOf(number, first));
    return this.#positions.length - before;
  }

  /** Memory forgets them only once the disk has. */
  async commit(): Promise<void> {
    await this.#batch.commit(this.db);
    for (const position of this.#positions) this.log.forget(position);
  }
}

/** Taken as a whole, because the table changes below an iterator. */
function chunksBelow(db: Database, number: number, end: number) {
  const chunks = [];
  for (const chunk of chunksOf(db.index, number)) {
    if (chunk.first >= end) break;
    chunks.push(chunk);
  }
  return chunks;
}

function firstKept(db: Database, state: StreamState): number {
  if (state.tombstoned) return Infinity;
  const visible = Math.max(firstVisible(state, state.head), firstFresh(db, state));
  return Math.min(visible, state.head);
}

/** First revision that the stream's `$maxAge` still shows. */
function firstFresh(db: Database, { number, metadata: { maxAgeSeconds } }: StreamState): number {
  if (maxAgeSeconds === undefined) return 0;
  const oldestMs = Date.now() - maxAgeSeconds * 1000;
  for (const { first, positions } of chunksOf(db.index, number)) {
    for (const [offset, position] of positions.entries()) {
      const stored = db.log.get(position);
      if (stored && new LogEntry(position, stored).fields.createdMs >= oldestMs) {
        return first + offset;
      }
    }
  }
  return Infinity;
}
