import { formatPosition, parsePosition, type EventStore } from '#event-store';
import { PAYMENT_STREAM_PREFIX } from '#payments';
import type { KnownEndpoint } from './delivery-queue.js';
import type { OutgoingWebhooks } from './outgoing-webhooks.js';

/** Events looked at by one request; it says where the next one goes on. */
const EVENTS_MAX = 10_000;

export type Replayed = { readonly queued: number; readonly nextPosition: string | null };

/**
 * Queues again what an endpoint was, or should have been, told from a position on: messages with
 * the same ids and bodies as the first time, also those from before it was registered.
 */
export async function replay(
  eventStore: EventStore,
  { feed, queue, settings }: OutgoingWebhooks,
  { known, fromPosition }: { readonly known: KnownEndpoint; readonly fromPosition: string },
): Promise<Replayed> {
  let queued = 0;
  let seen = 0;
  const from = parsePosition(fromPosition);
  const maxCount = EVENTS_MAX + 1;
  const streamPrefixes = [PAYMENT_STREAM_PREFIX];
  for await (const event of eventStore.readAll({ from, maxCount, streamPrefixes })) {
    seen += 1;
    if (seen > EVENTS_MAX) return { queued, nextPosition: formatPosition(event.position) };
    const deliveries = await feed.deliveriesOf(event, known);
    if (deliveries.length > 0) await queue.add(deliveries, settings.now());
    queued += deliveries.length;
  }
  return { queued, nextPosition: null };
}
