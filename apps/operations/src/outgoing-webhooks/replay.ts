import {
  comparePositions,
  formatPosition,
  parsePosition,
  type EventStore,
  type Position,
} from '#event-store';
import { PAYMENT_STREAM_PREFIX } from '#payments';
import type { KnownEndpoint } from './delivery.js';
import type { OutgoingWebhooks } from './outgoing-webhooks.js';

/** What one request does at most; it says where the next one goes on. */
const BOUNDS = {
  events: 10_000,
  lookMs: 2_000,
  /** Messages that may wait for one endpoint before a replay queues more. */
  waiting: 10_000,
};

type ReplayedRange = {
  readonly known: KnownEndpoint;
  readonly fromPosition: string;
  /** Left out: the end of the store. */
  readonly toPosition?: string | undefined;
};

export type ReplayResult = { readonly queued: number; readonly nextPosition: string | null };

/**
 * Queues again what an endpoint was, or should have been, told from a position on: messages with
 * the same ids and bodies as the first time, also those from before it was registered.
 */
export async function replay(
  eventStore: EventStore,
  { feed, queue, settings }: OutgoingWebhooks,
  { known, fromPosition, toPosition }: ReplayedRange,
  bounds = BOUNDS,
): Promise<ReplayResult> {
  const { endpointId } = known.endpoint;
  const untilMs = performance.now() + bounds.lookMs;
  const room = bounds.waiting - queue.waitingCount(endpointId, bounds.waiting);
  let queued = 0;
  let seen = 0;
  const from = parsePosition(fromPosition);
  const isBehind = behind(toPosition);
  const maxCount = bounds.events + 1;
  const streamPrefixes = [PAYMENT_STREAM_PREFIX];
  for await (const event of eventStore.readAll({ from, maxCount, streamPrefixes })) {
    if (isBehind(event.position)) break;
    // The first one is always looked at: a caller who goes on comes to the end.
    const isEnough = seen === bounds.events || (seen > 0 && performance.now() >= untilMs);
    if (isEnough || queued >= room) return { queued, nextPosition: formatPosition(event.position) };
    seen += 1;
    // Its messages are made once they can be.
    if (queue.isAside(event)) continue;
    const deliveries = await feed.deliveriesOf(event, known);
    if (deliveries.length > 0) await queue.add(deliveries, settings.now());
    queued += deliveries.length;
  }
  return { queued, nextPosition: null };
}

/** Says which positions are behind one; none is behind the end of the store. */
function behind(end: string | undefined): (position: Position) => boolean {
  if (end === undefined) return () => false;
  const last = parsePosition(end);
  return (position) => comparePositions(position, last) > 0;
}
