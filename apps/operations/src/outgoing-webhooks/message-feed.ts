import {
  comparePositions,
  formatPosition,
  parsePosition,
  type EventStore,
  type Position,
  type RecordedEvent,
} from '#event-store';
import { isAddressedTo, messageOf, messageTypeOf } from '#outgoing-webhooks';
import {
  evolve,
  isPaymentEventType,
  NO_PAYMENT,
  PAYMENT_STREAM_PREFIX,
  paymentStream,
  upcast,
} from '#payments';
import type { DeliveryQueue } from './delivery-queue.js';
import type { Delivery, DeliveryPlace, KnownEndpoint } from './delivery.js';

/** Turns events of payments into the messages that endpoints get. */
export class MessageFeed {
  constructor(
    private readonly eventStore: EventStore,
    private readonly queue: DeliveryQueue,
  ) {}

  /** One delivery per endpoint that wants to be told; the same ones whenever it is asked. */
  async deliveriesOf(recorded: RecordedEvent, only?: KnownEndpoint): Promise<Delivery[]> {
    if (!recorded.stream.startsWith(PAYMENT_STREAM_PREFIX)) return [];
    if (!isPaymentEventType(recorded.type)) return [];
    const type = messageTypeOf(upcast(recorded.type, recorded.data));
    if (type === null) return [];
    const candidates = only
      ? [only]
      : this.queue.endpoints().filter((known) => isTold(known, recorded.position));
    if (candidates.length === 0) return [];
    const { client, paymentId, body } = await this.#message(recorded, type);
    // What is asked for once more is judged by the types of now.
    const isBefore = only
      ? undefined
      : (at: string) => comparePositions(recorded.position, parsePosition(at)) < 0;
    const takers = candidates.filter(({ endpoint }) =>
      isAddressedTo(endpoint, { client, type }, isBefore),
    );
    return takers.map(({ endpoint: { endpointId } }) => ({
      endpointId,
      paymentId,
      order: String(recorded.revision).padStart(12, '0'),
      messageId: `msg_${recorded.id.replaceAll('-', '')}`,
      type,
      body,
      attempts: 0,
      lastFailure: null,
    }));
  }

  /** The message at a place in a payment's stream, whichever types its endpoint chose since. */
  async messageAt({ endpointId, paymentId, order }: DeliveryPlace): Promise<Delivery[]> {
    const known = this.queue.endpoint(endpointId);
    if (!known) return [];
    const asked = { ...known, endpoint: { ...known.endpoint, messageTypes: [] } };
    const place = { from: BigInt(order), maxCount: 1 };
    for await (const event of this.eventStore.read(paymentStream(paymentId), place)) {
      return this.deliveriesOf(event, asked);
    }
    return [];
  }

  /** The payment as it was right after the event, without what happened to it since. */
  async #message(
    recorded: RecordedEvent,
    type: NonNullable<ReturnType<typeof messageTypeOf>>,
  ): Promise<{ client: string; paymentId: string; body: string }> {
    let payment = NO_PAYMENT;
    let client = '';
    const maxCount = Number(recorded.revision) + 1;
    for await (const each of this.eventStore.read(recorded.stream, { maxCount })) {
      const owner = each.metadata['client'];
      if (each.revision === 0n && typeof owner === 'string') client = owner;
      payment = evolve(payment, upcast(each.type, each.data));
    }
    const event = upcast(recorded.type, recorded.data);
    const { position, recordedAt } = recorded;
    const happening = { type, event, payment, position: formatPosition(position), recordedAt };
    return {
      client,
      paymentId: event.data.paymentId,
      body: JSON.stringify(messageOf(happening)),
    };
  }
}

/**
 * Whether an endpoint was to be told at a position. The queue may know of a change before the feed
 * has come to it, so that what happened before counts, and not what holds now.
 */
function isTold({ since, endpoint }: KnownEndpoint, position: Position): boolean {
  const { status, missedFrom } = endpoint;
  if (comparePositions(position, parsePosition(since)) <= 0) return false;
  if (status === 'active') return true;
  if (status === 'removed' || missedFrom === null) return false;
  return comparePositions(position, parsePosition(missedFrom)) < 0;
}
