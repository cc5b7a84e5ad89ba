import type { EventStore, Position, RecordedEvent } from './event-store.js';
import { StoreDiverged } from './event-store.js';
import { comparePositions, formatPosition } from './position.js';

/**
 * The last event that something derived has taken in, kept beside it. Positions are given out again
 * by a store that was restored or emptied; the event's id tells whether it is the same history.
 */
export type Mark = {
  readonly position: Position;
  /** Null where only the position was kept. */
  readonly eventId: string | null;
};

export function markOf({ position, id }: RecordedEvent): Mark {
  return { position, eventId: id };
}

/** The last event up to a position, or of the whole store; null when there is none. */
export async function lastMark(store: EventStore, upTo?: Position): Promise<Mark | null> {
  const from = upTo && { from: upTo };
  for await (const event of store.readAll({ direction: 'backwards', maxCount: 1, ...from })) {
    return markOf(event);
  }
  return null;
}

/**
 * Compares what was taken in with what the store has. To be asked before reading on from a mark, at
 * the start and after every lost connection: a store that was restored from a backup, emptied or
 * replaced would otherwise go on with events that are never read.
 *
 * @throws StoreDiverged when the store does not have the marked event.
 */
export async function assertContinues(store: EventStore, mark: Mark): Promise<void> {
  const { position, eventId } = mark;
  const wanted = eventId === null ? '' : ` event ${eventId}`;
  const seen = `it was read up to${wanted} at ${formatPosition(position)}`;
  const end = await lastMark(store);
  if (end === null) throw new StoreDiverged(`the event store is empty, but ${seen}`);
  if (comparePositions(end.position, position) < 0) {
    throw new StoreDiverged(
      `the event store ends at ${formatPosition(end.position)}, but ${seen}: it was restored from a backup, or is another one`,
    );
  }
  if (eventId === null) return;
  for await (const event of store.readAll({ from: position, maxCount: 1 })) {
    if (event.id === eventId && comparePositions(event.position, position) === 0) return;
  }
  throw new StoreDiverged(
    `the event store has another history: ${seen}, which it does not have there`,
  );
}
