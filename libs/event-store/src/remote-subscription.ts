import type { AllStreamSubscription, ResolvedEvent } from '@eventstore/db-client';
import {
  EventStoreUnavailable,
  type Position,
  type Subscription,
  type SubscriptionMessage,
} from './event-store.js';
import { fromClientError } from './remote-errors.js';
import { isSystemEvent, toRecordedEvent } from './remote-events.js';

/** A message without event, queued among the events so that it keeps its place. */
export type Marker =
  { readonly kind: 'checkpoint'; readonly position: Position } | { readonly kind: 'caught-up' };

/** A subscription of the official client, with all its messages in one order. */
export class RemoteSubscription implements Subscription {
  #closed = false;

  constructor(private readonly source: AllStreamSubscription) {
    // An error may come before anybody iterates; iterating throws it again.
    source.on('error', () => undefined);
    source.on('caughtUp' as 'confirmation', () => {
      const marker: Marker = { kind: 'caught-up' };
      (source as unknown as { push(item: Marker): boolean }).push(marker);
    });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<SubscriptionMessage> {
    try {
      for await (const item of this.source as AsyncIterable<ResolvedEvent | Marker>) {
        if (this.#closed) return;
        if ('kind' in item) yield item;
        else if (item.event) {
          const event = toRecordedEvent(item.event);
          if (!isSystemEvent(event)) yield { kind: 'event', event };
        }
      }
      if (!this.#closed) throw new EventStoreUnavailable('the server ended the subscription');
    } catch (error) {
      if (!this.#closed) throw fromClientError(error, '$all');
    } finally {
      await this.close();
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.source.unsubscribe();
    (this.source as unknown as { destroy(): void }).destroy();
  }
}
