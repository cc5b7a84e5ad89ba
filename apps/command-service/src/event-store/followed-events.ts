import { CASE_STREAM_PREFIX } from '#cases';
import { type EventStore, SharedEventStore } from '#event-store';
import { PAYMENT_STREAM_PREFIX } from '#payments';
import { ORDER_STREAM_PREFIX } from '../orders/order-stream.js';
import { WEBHOOK_STREAM_PREFIX } from '../webhooks/webhook-inbox.js';

const FOLLOWED = [
  PAYMENT_STREAM_PREFIX,
  WEBHOOK_STREAM_PREFIX,
  ORDER_STREAM_PREFIX,
  CASE_STREAM_PREFIX,
];

/**
 * The store as it is kept, personal texts sealed: for those who follow every payment and read no
 * such text. Each event is decoded once for all of them, and none is decrypted.
 */
export class FollowedEvents extends SharedEventStore {
  constructor(store: EventStore) {
    super(store, FOLLOWED);
  }
}
