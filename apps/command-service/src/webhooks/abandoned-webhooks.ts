import { Injectable } from '@nestjs/common';
import { Problem } from '#platform';
import { WebhookApplier } from './webhook-applier.js';
import {
  isAbandoned,
  WEBHOOK_STREAM_PREFIX,
  WebhookInbox,
  type StoredWebhook,
  type WebhookResult,
} from './webhook-inbox.js';

/** A delivery as its provider names it. */
export type Delivery = { readonly provider: string; readonly eventId: string };

/** What a person makes of deliveries that waited in vain. */
@Injectable()
export class AbandonedWebhooks {
  constructor(
    private readonly inbox: WebhookInbox,
    private readonly applier: WebhookApplier,
  ) {}

  /**
   * Applies it once more, as after its predecessor was mended.
   *
   * @throws Problem `not-found` when it was not abandoned, `delivery-parked` when it still has to
   * wait.
   */
  async retry(delivery: Delivery): Promise<WebhookResult> {
    const stream = streamOf(delivery);
    const webhook = await this.#abandoned(stream);
    const result = await this.applier.tryNow(webhook);
    if (result === null) {
      throw new Problem('delivery-parked');
    }
    await this.inbox.reopen(stream, result);
    return result;
  }

  /** Takes it off the list for good. @throws Problem `not-found` when it was not abandoned. */
  async dismiss(delivery: Delivery, by: { person: string; note: string }): Promise<void> {
    const stream = streamOf(delivery);
    await this.#abandoned(stream);
    await this.inbox.dismiss(stream, by);
  }

  async #abandoned(stream: string): Promise<StoredWebhook> {
    const state = await this.inbox.read(stream);
    if (!state.webhook || !isAbandoned(state)) {
      throw new Problem('not-found', 'no delivery of this name waits for a person');
    }
    return state.webhook;
  }
}

function streamOf({ provider, eventId }: Delivery): string {
  return `${WEBHOOK_STREAM_PREFIX}${provider}-${eventId}`;
}
