import type { Database } from './database.js';
import type { Log } from './log.js';
import { firstVisible } from './read-stream.js';
import { decodeRecordedEvent } from './recorded-event.js';
import { type Chunk, chunksOf, keyOf } from './stream-index.js';
import { streamRecords } from './stream-records.js';
import type { StreamState } from './stream-state.js';
import { WriteBatch } from './write-batch.js';

export type Scavenged = { readonly streams: number; readonly events: number };

/** Removals per commit: few enough that appends never wait long for one. */
const REMOVALS_MAX = 512;

/**
 * Removes for good what metadata and deletion already hide: the space is used again, and `$all` no
 * longer shows the events. A stream's last event stays, because its revision must not be given
 * again; of a stream that ended for good only the tombstone stays.
 */
export async function scavenge(db: Database, log: Log): Promise<Scavenged> {
  let streams = 0;
  let events = 0;
  let batch = new WriteBatch();
  for await (const record of streamRecords(db)) {
    const end = firstKept(db, record);
    if (end <= 0) continue;
    let removed = 0;
    for (const chunk of chunksBelow(db, record.number, end)) {
      removed += removeBelow(db, log, { batch, chunk, number: record.number, end });
      if (batch.size < REMOVALS_MAX) continue;
      await batch.commit(db);
      batch = new WriteBatch();
    }
    if (removed > 0) streams += 1;
    events += removed;
  }
  await batch.commit(db);
  return { streams, events };
}

type Removal = {
  readonly batch: WriteBatch;
  readonly chunk: Chunk;
  /** Of the stream. */
  readonly number: number;
  /** First revision that stays. */
  readonly end: number;
};

/** Events and their entry in the index, which stays as long as it names one that does. */
function removeBelow(db: Database, log: Log, { batch, chunk, number, end }: Removal): number {
  const { first, positions } = chunk;
  let removed = 0;
  for (const [offset, position] of positions.entries()) {
    if (first + offset >= end || !db.log.doesExist(position)) continue;
    batch.remove(db.log, position);
    log.forget(position);
    removed += 1;
  }
  if (first + positions.length <= end) batch.remove(db.index, keyOf(number, first));
  return removed;
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
      const bytes = db.log.get(position);
      if (bytes && decodeRecordedEvent(bytes).createdMs >= oldestMs) return first + offset;
    }
  }
  return Infinity;
}
