import type { CatchUpStep } from './catch-up.js';
import { nextCommit } from './catch-up.js';
import type { Engine } from './engine.js';
import type { LogEntry } from './log-entry.js';
import type { Page } from './page.js';
import { durableHead, firstVisible, notExpired } from './read-stream.js';
import { nextTurn } from './turns.js';

/** Ends with the tombstone's own event when the stream is deleted for good. */
export type StreamStep = CatchUpStep | { readonly kind: 'deleted' };

const PAGE = 256;

/** As `catchUp`, for the events of one stream behind a revision; it may not exist yet. */
export async function* catchUpStream(
  engine: Engine,
  stream: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<StreamStep, void> {
  const { log, commits } = engine;
  const stopped = () => signal.aborted;
  let next = after + 1;
  let live = false;
  while (!stopped()) {
    // Before the page: what is committed while it is delivered must not be waited for.
    const { durable } = log;
    const page = readFrom(engine, stream, next);
    next = page.next;
    for (const entry of page.entries) {
      yield { kind: 'event', entry };
      if (stopped()) return;
    }
    if (page.more) {
      await nextTurn();
      continue;
    }
    if (page.tombstone) {
      yield { kind: 'event', entry: page.tombstone };
      yield { kind: 'deleted' };
      return;
    }
    if (!live) yield { kind: 'caught-up', position: durable };
    live = true;
    await nextCommit(log, commits, durable + 1, signal);
  }
}

type StreamPage = Page & {
  readonly more: boolean;
  readonly tombstone?: LogEntry | undefined;
};

function readFrom(engine: Engine, stream: string, from: number): StreamPage {
  const state = engine.streams.find(stream);
  if (!state) return { entries: [], next: from, more: false };
  const ended = state.tombstoned && state.tombstone <= engine.log.durable;
  const tombstone = ended ? engine.log.at(state.tombstone) : undefined;
  const head = durableHead(engine, state);
  const start = Math.max(from, firstVisible(state, head));
  if (ended || start > head) return { entries: [], next: from, more: false, tombstone };
  const { positions, next } = engine.index.forwards(state, start, head, PAGE);
  const entries = notExpired(engine.entriesAt(positions), state);
  return { entries, next, more: next <= head };
}
