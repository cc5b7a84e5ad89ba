import {
  comparePositions,
  EventStoreUnavailable,
  type EventStore,
  type Position,
  type RecordedEvent,
} from '#event-store';
import type { DeliveryQueue } from './delivery-queue.js';
import type { AsideChange, Delivery } from './delivery.js';
import type { MessageFeed } from './message-feed.js';

/** What an event, or a whole payment that was set aside, comes to. */
export type MadeMessages = {
  readonly deliveries: readonly Delivery[];
  readonly change?: AsideChange;
};

/**
 * Makes messages, and sets a payment aside whose events make none: all others go on. Its later
 * messages wait, since they arrive in order; they are made with its next event, or the next start,
 * that makes them possible.
 */
export class PoisonedPayments {
  constructor(
    private readonly store: EventStore,
    private readonly queue: DeliveryQueue,
    private readonly feed: MessageFeed,
    private readonly onSetAside: (facts: object) => void,
  ) {}

  async deliveriesOf(event: RecordedEvent): Promise<MadeMessages> {
    const { stream, position } = event;
    if (this.queue.aside(stream)) return await this.retry(stream, position);
    return await this.#make([event], { stream, deliveries: [] });
  }

  /** What waits, up to a position. */
  async retry(stream: string, upTo: Position): Promise<MadeMessages> {
    const aside = this.queue.aside(stream);
    const waiting: RecordedEvent[] = [];
    const from = { from: BigInt(aside?.revision ?? 0) };
    for await (const event of this.store.read(stream, from)) {
      if (comparePositions(event.position, upTo) > 0) break;
      waiting.push(event);
    }
    const { deliveries, change } = await this.#make(waiting, { stream, deliveries: [] });
    return { deliveries, change: change ?? { stream, aside: null } };
  }

  async #make(
    events: readonly RecordedEvent[],
    { stream, deliveries }: { readonly stream: string; readonly deliveries: Delivery[] },
  ): Promise<MadeMessages> {
    for (const event of events) {
      try {
        deliveries.push(...(await this.feed.deliveriesOf(event)));
      } catch (error) {
        if (error instanceof EventStoreUnavailable) throw error;
        const reason = error instanceof Error ? error.message : String(error);
        const { revision, type: eventType } = event;
        const aside = { revision: revision.toString(), reason };
        const isNew = this.queue.aside(stream)?.revision !== aside.revision;
        if (isNew) this.onSetAside({ stream, eventType, ...aside });
        return { deliveries, change: { stream, aside } };
      }
    }
    return { deliveries };
  }
}
