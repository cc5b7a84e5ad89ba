import type { Readable } from './readable.js';
import type { LogEntry } from './log-entry.js';
import type { Page } from './page.js';
import type { StreamState } from './stream-state.js';
import { describedBy } from './stream-metadata.js';

export type Direction = 'forwards' | 'backwards';

export type StreamReading = {
  /** Inclusive. */
  readonly from: number | 'start' | 'end';
  readonly direction: Direction;
  readonly limit: number;
};

/** What a stream can be read as; `pages` are read one at a time, as they are taken. */
export type StreamRead =
  | { readonly status: 'not-found' }
  | { readonly status: 'deleted' }
  | { readonly status: 'found'; readonly pages: Iterable<Page> };

const PAGE = 256;

/** Reads a stream's visible events: durable, and not truncated, expired or beyond its maximum. */
export function readStream(engine: Readable, stream: string, reading: StreamReading): StreamRead {
  const { streams } = engine;
  const described = describedBy(stream);
  const state = streams.find(stream);
  const deleted = described === undefined ? state : streams.find(described);
  if (state?.tombstoned || deleted?.tombstoned) return { status: 'deleted' };
  if (state === undefined || state.softDeleted) return { status: 'not-found' };
  if (durableHead(engine, state) < 0) return { status: 'not-found' };
  const pages =
    reading.direction === 'forwards'
      ? pagesForwards(engine, state, reading)
      : pagesBackwards(engine, state, reading);
  return { status: 'found', pages };
}

/** Revision of the stream's last event on disk, -1 without any. */
export function durableHead({ log }: Readable, state: StreamState): number {
  let head = state.head;
  while (head >= state.tailStart && (state.tail[head - state.tailStart] ?? 0) > log.durable) {
    head -= 1;
  }
  return head;
}

/** Lowest revision that the stream's metadata leaves visible. */
export function firstVisible(state: StreamState, head: number): number {
  const { truncateBefore = 0 } = state.metadata;
  // Of a metadata stream only the last event counts, as on the real server.
  const maxCount = describedBy(state.name) === undefined ? state.metadata.maxCount : 1;
  return maxCount === undefined ? truncateBefore : Math.max(truncateBefore, head - maxCount + 1);
}

/** Drops the events that are older than the stream's `$maxAge`. */
export function notExpired(
  entries: readonly LogEntry[],
  { metadata: { maxAgeSeconds } }: StreamState,
): readonly LogEntry[] {
  if (maxAgeSeconds === undefined) return entries;
  const oldestMs = Date.now() - maxAgeSeconds * 1000;
  return entries.filter(({ fields }) => fields.createdMs >= oldestMs);
}

function* pagesForwards(
  engine: Readable,
  state: StreamState,
  { from, limit }: StreamReading,
): Iterable<Page> {
  const head = durableHead(engine, state);
  const start = from === 'start' ? 0 : from === 'end' ? head + 1 : from;
  let next = Math.max(start, firstVisible(state, head));
  for (let left = limit; left > 0 && next <= head;) {
    const page = engine.index.forwards(state, next, head, Math.min(PAGE, left));
    const entries = notExpired(engine.entriesAt(page.positions), state);
    next = page.next;
    left -= entries.length;
    yield { entries, next };
  }
}

function* pagesBackwards(
  engine: Readable,
  state: StreamState,
  { from, limit }: StreamReading,
): Iterable<Page> {
  const head = durableHead(engine, state);
  const first = firstVisible(state, head);
  let next = from === 'end' ? head : from === 'start' ? 0 : Math.min(from, head);
  for (let left = limit; left > 0 && next >= first;) {
    const page = engine.index.backwards(state, next, first, Math.min(PAGE, left));
    const entries = notExpired(engine.entriesAt(page.positions), state);
    next = page.next;
    left -= entries.length;
    yield { entries, next };
  }
}
