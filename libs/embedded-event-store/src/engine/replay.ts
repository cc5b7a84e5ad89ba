import type { Database } from './database.js';
import { readIndexed } from './indexer.js';
import type { LogEntry } from './log-entry.js';
import { DELETED_REVISION } from './recorded-event.js';
import type { Readable } from './readable.js';
import type { RecentIds } from './recent-ids.js';
import { describedBy, describeStream, METADATA_EVENT } from './stream-metadata.js';
import type { Streams } from './streams.js';

type Memory = Pick<Readable, 'log' | 'streams'>;

/** Where ids are remembered, and of how many events at the end they must be. */
type Recall = { readonly ids: RecentIds; readonly remember: number };

const PAGE = 1_024;

/**
 * Brings the memory to where the log ends: the index in LMDB is complete only up to some
 * position, the streams after it are read from the log again.
 */
export function replay({ log, streams }: Memory, db: Database, { ids, remember }: Recall): void {
  const indexed = readIndexed(db);
  streams.reset(indexed.nextNumber);
  let next = Math.min(indexed.position + 1, Math.max(1, log.last + 1 - remember));
  while (next <= log.durable) {
    const page = log.forwards(next, PAGE);
    for (const entry of page.entries) {
      ids.add(entry.fields.id, entry.position);
      if (entry.position > indexed.position) apply(streams, entry);
    }
    next = page.next;
  }
}

function apply(streams: Streams, entry: LogEntry): void {
  const { stream, revision, type, data } = entry.fields;
  const state = streams.obtain(stream);
  // A collection that a crash cut short left later records behind: number and head are known.
  streams.nextNumber = Math.max(streams.nextNumber, state.number + 1);
  if (revision === DELETED_REVISION) state.tombstone = entry.position;
  else if (revision > state.head) {
    state.head = revision;
    state.tail.push(entry.position);
  }
  state.changes += 1;
  const described = describedBy(stream);
  if (described !== undefined && type === METADATA_EVENT) {
    const { number } = describeStream(streams, described, data);
    streams.nextNumber = Math.max(streams.nextNumber, number + 1);
  }
}
