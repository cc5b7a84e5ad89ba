import type { Log } from './log.js';
import type { LogEntry } from './log-entry.js';
import type { Page } from './page.js';
import type { Direction } from './read-stream.js';

export type AllReading = {
  /** Inclusive. */
  readonly from: number | 'start' | 'end';
  readonly direction: Direction;
  readonly limit: number;
  readonly matches: (entry: LogEntry) => boolean;
};

const PAGE = 256;

/** Reads across all streams in position order, a page at a time. */
export function* readAll(log: Log, reading: AllReading): Iterable<Page> {
  const { from, direction, limit, matches } = reading;
  const upwards = direction === 'forwards';
  let next =
    from === 'start' ? 1 : from === 'end' ? (upwards ? log.durable + 1 : log.durable) : from;
  for (let left = limit; left > 0 && (upwards ? next <= log.durable : next >= 1);) {
    const page = upwards ? log.forwards(next, PAGE) : log.backwards(next, PAGE);
    next = page.next;
    const entries = page.entries.filter(matches).slice(0, left);
    left -= entries.length;
    yield { entries, next };
  }
}
