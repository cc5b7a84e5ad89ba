import { Injectable } from '@nestjs/common';
import { EventStore, idOf } from '#event-store';
import { Money, type MoneyJson } from '#money';
import { MissingPredecessor, PaymentError } from '#payments';
import type { ProviderFact } from '#providers';
import type { CommandContext } from '../payment/command-context.js';
import { Journeys } from '../payment/journeys.js';
import { Locks } from '../payment/locks.js';
import { PaymentStreams } from '../payment/payment-streams.js';
import { decideFact, type PaymentFact } from './fact-decision.js';
import { WebhookInbox, type StoredWebhook, type WebhookResult } from './webhook-inbox.js';

/** Applies kept deliveries to the payments they are about. Repeating it changes nothing. */
@Injectable()
export class WebhookApplier {
  constructor(
    private readonly eventStore: EventStore,
    private readonly inbox: WebhookInbox,
    private readonly streams: PaymentStreams,
    private readonly journeys: Journeys,
    private readonly locks: Locks,
  ) {}

  async apply(stream: string): Promise<void> {
    const events = [];
    for await (const event of this.eventStore.read(stream)) events.push(event);
    const [received, closed] = events;
    if (!received || closed) return;
    const webhook = received.data as unknown as StoredWebhook;
    let result: WebhookResult = { outcome: 'ignored', reason: `${webhook.type} carries no fact` };
    for (const [index, fact] of webhook.facts.entries()) {
      if (fact.kind === 'payout') continue;
      const commandId = idOf('webhook-fact', webhook.provider, webhook.eventId, String(index));
      result = await this.#applyFact(webhook, withMoney(fact), commandId);
    }
    await this.inbox.close(stream, result);
  }

  async #applyFact(
    webhook: StoredWebhook,
    fact: PaymentFact,
    commandId: string,
  ): Promise<WebhookResult> {
    const { paymentId } = fact;
    if (paymentId === null) return { outcome: 'ignored', reason: 'names no payment of ours' };
    return this.locks.run(paymentId, async () => {
      const loaded = await this.streams.load(paymentId);
      const { initiated } = loaded.payment;
      if (!initiated) return { outcome: 'parked', reason: 'the payment is unknown' };
      const context = contextOfFact(webhook, commandId, loaded.history[0]?.metadata['client']);
      const now = new Date().toISOString();
      try {
        const changed = await this.streams.change(loaded, context, (payment) =>
          decideFact(fact, payment, { provider: webhook.provider, now }),
        );
        await this.journeys.proceed(changed, context);
        const news = changed.history.length > loaded.history.length;
        return { outcome: 'applied', reason: news ? 'new' : 'known already' };
      } catch (error) {
        return resultOf(error);
      }
    });
  }
}

/**
 * What a fact that could not be applied comes to. One that a review holds back is tried again; one
 * that a rule forbids for good, as for a rejected payment, is closed.
 */
function resultOf(error: unknown): WebhookResult {
  if (error instanceof MissingPredecessor) return { outcome: 'parked', reason: error.message };
  if (error instanceof PaymentError && error.code !== 'payment-held') {
    return { outcome: 'ignored', reason: error.code };
  }
  throw error;
}

function contextOfFact(
  { provider, eventId }: StoredWebhook,
  commandId: string,
  client: unknown,
): CommandContext {
  return {
    commandId,
    bodyHash: null,
    client: typeof client === 'string' ? client : 'provider',
    actor: `webhook:${provider}`,
    correlationId: eventId,
    traceparent: null,
  };
}

/** Facts are stored as JSON; their amounts become Money again. */
function withMoney<Fact extends ProviderFact>(fact: Fact): Fact {
  const amounts: Record<string, Money> = {};
  for (const field of ['amount', 'fee', 'total', 'moved'] as const) {
    const value = (fact as Readonly<Record<string, unknown>>)[field];
    if (value !== null && value !== undefined) amounts[field] = Money.fromJSON(value as MoneyJson);
  }
  return { ...fact, ...amounts };
}
