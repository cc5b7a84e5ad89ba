import type { GroupCommit } from './group-commit.js';
import type { Log } from './log.js';
import type { LogEntry } from './log-entry.js';
import { nextTurn } from './turns.js';

export type CatchUpStep =
  | { readonly kind: 'event'; readonly entry: LogEntry }
  | { readonly kind: 'checkpoint' | 'caught-up'; readonly position: number };

export type CatchUpOptions = {
  /** Exclusive: the first event looked at is the one behind it. */
  readonly after: number;
  readonly matches: (entry: LogEntry) => boolean;
  /** A checkpoint comes after so many events were looked at, delivered or not. */
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
  options: CatchUpOptions,
): AsyncGenerator<CatchUpStep, void> {
  const { signal } = options;
  const stopped = () => signal.aborted;
  const scan = new Scan(options);
  let next = options.after + 1;
  let live = false;
  while (!stopped()) {
    if (next > log.durable) {
      if (!live) yield* scan.arrived(next - 1);
      live = true;
      await nextCommit(log, commits, next, signal);
      continue;
    }
    live &&= log.keepsInMemory(next);
    const page = log.forwards(next, PAGE);
    for (const entry of page.entries) {
      if (scan.delivers(entry)) yield { kind: 'event', entry };
      if (stopped()) return;
      if (scan.isDue()) yield { kind: 'checkpoint', position: entry.position };
    }
    ({ next } = page);
    // However little of it is delivered, a long history must not block other readers.
    if (next <= log.durable) await nextTurn();
  }
}

/** Decides what the subscriber receives of the events that were read. */
class Scan {
  #unreported = 0;

  constructor(private readonly options: CatchUpOptions) {}

  delivers(entry: LogEntry): boolean {
    this.#unreported += 1;
    return this.options.matches(entry);
  }

  /** Whether a checkpoint is to follow the event just looked at. */
  isDue(): boolean {
    if (this.#unreported < this.options.checkpointEvery) return false;
    this.#unreported = 0;
    return true;
  }

  /** At the end of history: also how far it was read, unless that was reported. */
  *arrived(position: number): Iterable<CatchUpStep> {
    if (this.#unreported > 0) yield { kind: 'checkpoint', position };
    this.#unreported = 0;
    yield { kind: 'caught-up', position };
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
    const arrived = () => signal.aborted || log.durable >= position;
    const finish = () => {
      stop();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const stop = commits.onCommit(() => {
      if (arrived()) finish();
    });
    signal.addEventListener('abort', finish);
    if (arrived()) finish();
  });
}
