import { upcastOf, type EventShape } from '#event-shapes';
import { eventIdOf, idOf, type RecordedFacts, type TypedStream } from '#event-store';

/** Streams of what is said of whole orders start with this; the id of `orderKeyOf` follows. */
export const ORDER_STREAM_PREFIX = 'order-';

/** Written once, before any payment of the order is cancelled. */
export const ORDER_CANCELLED = 'OrderCancelled';

export type OrderCancelled = EventShape<
  typeof ORDER_CANCELLED,
  { orderId: string; cancelledAt: string }
>;

/** The record of an order's cancellation. */
export type RecordedCancellation = OrderCancelled['data'] &
  Pick<RecordedFacts, 'metadata' | 'position'>;

/** Order ids are the client's own words, so the same word of another client is another order. */
export function orderKeyOf(client: string, orderId: string): string {
  return idOf('order', client, orderId);
}

export function orderStream(
  orderKey: string,
): TypedStream<OrderCancelled, RecordedCancellation | null> {
  return {
    stream: ORDER_STREAM_PREFIX + orderKey,
    type: {
      initial: null,
      evolve: (_none, { data }, { metadata, position }) => ({ ...data, metadata, position }),
      upcast: upcastOf<OrderCancelled>('order', {
        OrderCancelled: { personal: { orderId: 'pseudonym' } },
      }),
      eventId: () => eventIdOf(idOf('order-cancelled', orderKey), 0),
    },
  };
}
