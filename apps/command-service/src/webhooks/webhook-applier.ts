import { Injectable } from '@nestjs/common';
import { idOf } from '#event-store';
import { factFromStored, type ProviderFact } from '#provider-port';
import { Clock, Logger } from '#platform';
import { Config } from '../config.js';
import {
  AppliedPayments,
  isUnread,
  type Application,
  type Outcome,
  type Unread,
} from './applied-payments.js';
import { Payouts } from './payouts.js';
import { WebhookInbox, type KeptWebhook, type StoredWebhook } from './webhook-inbox.js';

/** Applies kept deliveries to the payments they are about. Repeating it changes nothing. */
@Injectable()
export class WebhookApplier {
  constructor(
    private readonly inbox: WebhookInbox,
    private readonly payments: AppliedPayments,
    private readonly payouts: Payouts,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** @returns whether it is closed; otherwise it waits, and is to be applied again. */
  async applyStored(stream: string): Promise<boolean> {
    const { webhook, endings } = await this.inbox.read(stream);
    if (!webhook || endings.length > 0) return true;
    return this.apply({ stream, webhook });
  }

  /** @returns likewise. */
  async apply({ stream, webhook }: KeptWebhook): Promise<boolean> {
    const ageMs = this.clock.nowMs - Date.parse(webhook.receivedAt);
    const waitedMinutes = Math.floor(ageMs / 60_000);
    const result = await this.#applyAny(webhook, ageMs >= this.config.RESUME_AFTER_MS);
    if (isUnread(result)) {
      await this.inbox.abandon(stream, waitedMinutes, result.unread);
      this.logger.error(
        { stream, type: webhook.type, reason: result.unread },
        'webhook is unreadable',
      );
      return true;
    }
    if (result !== null) {
      await this.inbox.close(stream, result);
      return true;
    }
    if (waitedMinutes < this.config.PARK_MINUTES) return false;
    await this.inbox.abandon(stream, waitedMinutes);
    this.logger.error({ stream, type: webhook.type, waitedMinutes }, 'webhook waited in vain');
    return true;
  }

  /** Applies it whatever its stream says, with a look at the provider; null: it has to wait. */
  async tryNow(webhook: StoredWebhook): Promise<Outcome> {
    const result = await this.#applyAny(webhook, true);
    return isUnread(result) ? null : result;
  }

  /** Its facts; or, where they cannot be read, what the provider says of their object. */
  #applyAny(webhook: StoredWebhook, lookUp: boolean): Promise<Outcome | Unread> {
    if (webhook.unreadable === null) return this.#applyFacts(webhook, lookUp);
    const commandId = idOf('webhook-look-up', webhook.provider, webhook.eventId);
    return this.payments.lookUp(webhook, commandId);
  }

  async #applyFacts(webhook: StoredWebhook, lookUp: boolean): Promise<Outcome> {
    const results: Outcome[] = [];
    for (const [index, stored] of webhook.facts.entries()) {
      const commandId = idOf('webhook-fact', webhook.provider, webhook.eventId, String(index));
      // They may be about several payments: one that has to wait does not keep the others.
      results.push(await this.#applyFact(webhook, factFromStored(stored), { commandId, lookUp }));
    }
    if (results.includes(null)) return null;
    const applied = results.findLast((result) => result?.outcome === 'applied');
    return applied ?? results.at(-1) ?? { outcome: 'ignored', reason: 'carries no fact' };
  }

  async #applyFact(
    webhook: StoredWebhook,
    fact: ProviderFact,
    application: Application,
  ): Promise<Outcome> {
    if (fact.kind !== 'payout') return this.payments.apply(webhook, fact, application);
    const news = await this.payouts.record(webhook, fact);
    return { outcome: 'applied', reason: news ? 'new' : 'known already' };
  }
}
