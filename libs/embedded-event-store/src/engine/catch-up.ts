import type { GroupCommit } from './group-commit.js';
import type { Log } from './log.js';
import type { LogEntry } from './log-entry.js';

export type CatchUpStep =
  | { readonly kind: 'event'; readonly entry: LogEntry }
  | { readonly kind: 'checkpoint' | 'caught-up'; readonly position: number };

export type CatchUpOptions = {
  /** Exclusive: the first event looked at is the one behind it. */
  readonly after: number;
  readonly matches: (entry: LogEntry) => boolean;
  /** A checkpoint comes after so many events were looked at without one being delivered. */
  readonly checkpointEvery: number;
  readonly signal: AbortSignal;
};

const PAGE = 256;

/**
 * Delivers every matching event behind a position, then goes on as they are committed. It always
 * pulls the next one from the log, so there is no seam between history and live, and a slow
 * reader costs no memory.
 */
export async function* catchUp(
  log: Log,
  commits: GroupCommit,
  { after, matches, checkpointEvery, signal }: CatchUpOptions,
): AsyncGenerator<CatchUpStep, void> {
  let next = after + 1;
  let unreported = 0;
  let live = false;
  while (!signal.aborted) {
    const entries = log.forwards(next, PAGE);
    if (entries.length === 0) {
      if (!live && unreported > 0) yield { kind: 'checkpoint', position: next - 1 };
      if (!live) yield { kind: 'caught-up', position: next - 1 };
      if (!live) unreported = 0;
      live = true;
      await nextCommit(log, commits, next, signal);
      continue;
    }
    live &&= log.keepsInMemory(next);
    for (const entry of entries) {
      next = entry.position + 1;
      const delivered = matches(entry);
      unreported = delivered ? 0 : unreported + 1;
      if (delivered) yield { kind: 'event', entry };
      else if (unreported >= checkpointEvery) {
        unreported = 0;
        yield { kind: 'checkpoint', position: entry.position };
      }
      if (signal.aborted) return;
    }
  }
}

/** Resolves when an event at or behind `position` is on disk, or when aborted. */
export function nextCommit(
  log: Log,
  commits: GroupCommit,
  position: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    if (log.durable >= position || signal.aborted) return resolve();
    const finish = () => {
      stop();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const stop = commits.onCommit(() => {
      if (log.durable >= position) finish();
    });
    signal.addEventListener('abort', finish);
  });
}
