import type { Log } from './log.js';
import type { LogEntry } from './log-entry.js';
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
export function* readAll(log: Log, reading: AllReading): Iterable<readonly LogEntry[]> {
  const { from, direction, limit, matches } = reading;
  const upwards = direction === 'forwards';
  let next =
    from === 'start' ? 1 : from === 'end' ? (upwards ? log.durable + 1 : log.durable) : from;
  for (let left = limit; left > 0;) {
    const page = upwards ? log.forwards(next, PAGE) : log.backwards(next, PAGE);
    const last = page.at(-1);
    if (last === undefined) return;
    next = upwards ? last.position + 1 : last.position - 1;
    const entries = page.filter(matches).slice(0, left);
    left -= entries.length;
    yield entries;
  }
}
