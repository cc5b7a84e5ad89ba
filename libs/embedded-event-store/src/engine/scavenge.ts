import type { Database } from './database.js';
import type { Log } from './log.js';
import { firstVisible } from './read-stream.js';
import { decodeRecordedEvent } from './recorded-event.js';
import { chunksOf, keyOf } from './stream-index.js';
import { streamRecords } from './stream-records.js';
import type { StreamState } from './stream-state.js';
import { WriteBatch } from './write-batch.js';

export type Scavenged = { readonly streams: number; readonly events: number };

/**
 * Removes for good what metadata and deletion already hide: the space is used again, and `$all` no
 * longer shows the events. A stream's last event stays, because its revision must not be given
 * again; of a stream that ended for good only the tombstone stays.
 */
export async function scavenge(db: Database, log: Log): Promise<Scavenged> {
  let streams = 0;
  let events = 0;
  for await (const record of streamRecords(db)) {
    const removed = await removeBelow(db, log, record, firstKept(db, record));
    if (removed > 0) streams += 1;
    events += removed;
  }
  return { streams, events };
}

async function removeBelow(
  db: Database,
  log: Log,
  { number }: StreamState,
  end: number,
): Promise<number> {
  let removed = 0;
  let batch = new WriteBatch();
  for (const { first, positions } of chunksBelow(db, number, end)) {
    for (const [offset, position] of positions.entries()) {
      if (first + offset >= end || !db.log.doesExist(position)) continue;
      batch.remove(db.log, position);
      log.forget(position);
      removed += 1;
    }
    if (first + positions.length <= end) batch.remove(db.index, keyOf(number, first));
    // In parts, so that appends never wait long for one.
    await batch.commit(db);
    batch = new WriteBatch();
  }
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
