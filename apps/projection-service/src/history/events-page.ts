import {
  comparePositions,
  type EventStore,
  formatPosition,
  parsePosition,
  type Position,
  type RecordedEvent,
} from '#event-store';
import type { EventsQuery } from './history.request.js';

export type EventsPage = {
  readonly events: readonly RecordedEvent[];
  readonly nextCursor: string | null;
};

/** Bounds of one request, so that a rare event does not hold it for the whole ledger. */
const LOOKED_AT_MAX = 10_000;
const LOOKING_MS_MAX = 2_000;

/**
 * One page of the ledger in store order. The cursor is the last place looked at, whose events never
 * change: pages neither skip nor repeat while more is written.
 */
export async function eventsPage(store: EventStore, query: EventsQuery): Promise<EventsPage> {
  const window = windowOf(query);
  const untilMs = performance.now() + LOOKING_MS_MAX;
  const events: RecordedEvent[] = [];
  let lookedAt = 0;
  for await (const event of eventsAfter(store, query, window)) {
    if (window.isPast(event)) break;
    lookedAt += 1;
    if (window.isIn(event) && matches(event, query)) events.push(event);
    const isDone = events.length === query.limit || isTooMuch(lookedAt, untilMs);
    if (isDone) return { events, nextCursor: formatPosition(event.position) };
  }
  return { events, nextCursor: null };
}

function isTooMuch(lookedAt: number, untilMs: number): boolean {
  return lookedAt === LOOKED_AT_MAX || performance.now() > untilMs;
}

/** Behind the place that a page before looked at last, or from where the window begins. */
async function* eventsAfter(
  store: EventStore,
  query: EventsQuery,
  { first }: Window,
): AsyncIterable<RecordedEvent> {
  const after = query.cursor === undefined ? null : parsePosition(query.cursor);
  for await (const event of eventsOf(store, query, after ?? first)) {
    if (!after || comparePositions(event.position, after) !== 0) yield event;
  }
}

/** From a position on; a stream is read by revisions, so positions are looked for in it. */
async function* eventsOf(
  store: EventStore,
  { stream, direction }: EventsQuery,
  first: Position | null,
): AsyncIterable<RecordedEvent> {
  if (stream === undefined) {
    yield* store.readAll({ direction, ...(first && { from: first }) });
    return;
  }
  for await (const event of store.read(stream, { direction })) {
    const order = first === null ? 0 : comparePositions(event.position, first);
    if (direction === 'forwards' ? order >= 0 : order <= 0) yield event;
  }
}

type Window = {
  /** Where to begin; null: at the end of the ledger that the direction comes from. */
  readonly first: Position | null;
  isIn(event: RecordedEvent): boolean;
  /** Neither this event nor any after it, in the direction, is in the window. */
  isPast(event: RecordedEvent): boolean;
};

/** Only positions end a walk: behind a clock that was set back, later events have earlier times. */
function windowOf({ direction, from, to, fromPosition, toPosition }: EventsQuery): Window {
  const lowest = fromPosition === undefined ? null : parsePosition(fromPosition);
  const end = toPosition === undefined ? null : parsePosition(toPosition);
  const fromMs = from === undefined ? -Infinity : Date.parse(from);
  const toMs = to === undefined ? Infinity : Date.parse(to);
  const isBelow = ({ position }: RecordedEvent): boolean =>
    lowest !== null && comparePositions(position, lowest) < 0;
  const isBeyond = ({ position }: RecordedEvent): boolean =>
    end !== null && comparePositions(position, end) >= 0;
  return {
    first: direction === 'forwards' ? lowest : end,
    isIn: (event) => {
      const recordedMs = Date.parse(event.recordedAt);
      return !isBelow(event) && !isBeyond(event) && recordedMs >= fromMs && recordedMs < toMs;
    },
    isPast: direction === 'forwards' ? isBeyond : isBelow,
  };
}

function matches({ type, metadata }: RecordedEvent, query: EventsQuery): boolean {
  if (query.type !== undefined && type !== query.type) return false;
  return query.client === undefined || metadata['client'] === query.client;
}
