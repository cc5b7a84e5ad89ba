import { idOf } from '#event-store';

/** Streams of what is said of whole orders start with this; the id of `orderKeyOf` follows. */
export const ORDER_STREAM_PREFIX = 'order-';

/** Written once, before any payment of the order is cancelled. */
export const ORDER_CANCELLED = 'OrderCancelled';

export type OrderCancelled = {
  readonly orderId: string;
  readonly cancelledAt: string;
};

/** Order ids are the client's own words, so the same word of another client is another order. */
export function orderKeyOf(client: string, orderId: string): string {
  return idOf('order', client, orderId);
}

export function orderStream(orderKey: string): string {
  return ORDER_STREAM_PREFIX + orderKey;
}
