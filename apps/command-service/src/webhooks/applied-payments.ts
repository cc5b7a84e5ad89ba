import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  decideAndHeal,
  type FactContext,
  FactContradicts,
  MissingPredecessor,
  openContradictions,
  type Payment,
  PaymentError,
  takeIn,
} from '#payments';
import { Clock, Logger } from '#platform';
import { type PaymentFact, referenceOf, storedFactOf, type WebhookSubject } from '#provider-port';
import { idOf } from '#event-store';
import { LookUps } from '../facts/look-ups.js';
import type { CommandContext } from '../payment/command-context.js';
import { Journeys } from '../journey/journeys.js';
import { Locks } from '../payment/locks.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';
import { Providers } from '../provider-call/providers.js';
import type { StoredWebhook, WebhookResult } from './webhook-inbox.js';

/** Null: the delivery waits for a fact before it. */
export type Outcome = WebhookResult | null;

/** Nobody can read it, not even at the provider: a person has to look. */
export type Unread = { readonly unread: string };

export function isUnread(result: Outcome | Unread): result is Unread {
  return result !== null && 'unread' in result;
}

export type Application = {
  readonly commandId: string;
  /** Whether to ask the provider for what is missing. */
  readonly lookUp: boolean;
};

/** Applies one fact to the payment it is about. */
@Injectable()
export class AppliedPayments {
  constructor(
    private readonly streams: PaymentStreams,
    private readonly journeys: Journeys,
    private readonly lookUps: LookUps,
    private readonly providers: Providers,
    private readonly locks: Locks,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async apply(
    webhook: StoredWebhook,
    fact: PaymentFact,
    application: Application,
  ): Promise<Outcome> {
    const paymentId = fact.paymentId ?? (await this.#ownerOf(webhook, fact));
    if (paymentId === null) return { outcome: 'ignored', reason: 'names no payment of ours' };
    return this.locks.run(paymentId, async () => {
      const loaded = await this.streams.load(paymentId);
      if (!loaded.payment.initiated) return null;
      const client = loaded.history[0]?.metadata['client'];
      const context = contextOfFact(webhook, application.commandId, client);
      return this.#applyTo(loaded, fact, { ...application, webhook, context });
    });
  }

  /**
   * Looks up what a delivery is about that nobody can read.
   *
   * @throws ProviderUnavailable or ProviderMisuse when the provider does not say: then later.
   */
  async lookUp(webhook: StoredWebhook, commandId: string): Promise<Outcome | Unread> {
    const { provider, subject, unreadable } = webhook;
    const paymentId = subject ? await this.#ownerOfSubject(provider, subject) : null;
    if (paymentId === null) {
      const hasIds = subject !== undefined && subject.references.length > 0;
      if (hasIds) return { outcome: 'ignored', reason: 'names no payment of ours' };
      return { unread: `${unreadable ?? 'unreadable'}, and it names nothing to look up` };
    }
    return this.locks.run(paymentId, async () => {
      const loaded = await this.streams.load(paymentId);
      if (!loaded.payment.initiated) return null;
      const context = contextOfFact(webhook, commandId, loaded.history[0]?.metadata['client']);
      const seen = await this.lookUps.demand(loaded, context);
      if (seen === null) return null;
      const done = await this.journeys.proceed(seen.loaded, context);
      if (seen.unreadable !== null) return { unread: seen.unreadable };
      const news = done.history.length > loaded.history.length;
      return { outcome: 'applied', reason: news ? 'looked up: new' : 'looked up: known already' };
    });
  }

  async #ownerOfSubject(
    provider: StoredWebhook['provider'],
    { paymentId, references }: WebhookSubject,
  ): Promise<string | null> {
    if (paymentId !== null) return paymentId;
    for (const reference of references) {
      const owner = await this.providers.get(provider).paymentOf(reference);
      if (owner !== null) return owner;
    }
    return null;
  }

  async #applyTo(
    loaded: LoadedPayment,
    fact: PaymentFact,
    { webhook, context, lookUp }: Application & { webhook: StoredWebhook; context: CommandContext },
  ): Promise<Outcome> {
    const facing = { provider: webhook.provider, now: this.clock.nowIso, idOf };
    const feeUntold = fact.kind === 'fee-known' && fact.fee === null;
    const known = lookUp || feeUntold ? await this.lookUps.refresh(loaded, context) : loaded;
    try {
      const doubtful = webhook.proof === 'checksum' && isNews(fact, known.payment, facing);
      if (doubtful && !(await this.#isConfirmed(webhook, fact))) return null;
      const changed = await this.#take(known, context, { fact, facing });
      const done = await this.journeys.proceed(changed, context);
      const news = done.history.length > loaded.history.length;
      return { outcome: 'applied', reason: news ? 'new' : 'known already' };
    } catch (error) {
      return resultOf(error);
    }
  }

  /** Whether the provider's own event of this id says the same. */
  async #isConfirmed({ provider, eventId }: StoredWebhook, fact: PaymentFact): Promise<boolean> {
    const event = await this.providers.get(provider).event(eventId);
    const told = event?.facts.map(storedFactOf) ?? [];
    const confirmed = told.some((each) => isDeepStrictEqual(each, storedFactOf(fact)));
    if (!confirmed)
      this.logger.error({ eventId, kind: fact.kind }, 'the provider does not say this');
    return confirmed;
  }

  /**
   * A fact that contradicts the record may only be earlier than another, which the provider tells
   * when it is looked up. What contradicts after that is kept, and a person is asked.
   */
  async #take(
    loaded: LoadedPayment,
    context: CommandContext,
    { fact, facing }: { readonly fact: PaymentFact; readonly facing: FactContext },
  ): Promise<LoadedPayment> {
    try {
      return await this.streams.change(loaded, context, (payment) =>
        decideAndHeal(fact, payment, facing),
      );
    } catch (error) {
      if (!(error instanceof FactContradicts)) throw error;
      const seen = await this.lookUps.refresh(loaded, context);
      const kept = await this.streams.change(seen, context, (payment) =>
        takeIn(fact, payment, facing),
      );
      const { paymentId, payment } = kept;
      if (openContradictions(payment).length > 0) {
        this.logger.error({ paymentId, reason: error.message }, 'a fact contradicts the record');
      }
      return kept;
    }
  }

  /** Facts that name only the provider's object, as disputes do, say whose it is when asked. */
  async #ownerOf({ provider }: StoredWebhook, fact: PaymentFact): Promise<string | null> {
    const reference = referenceOf(fact);
    return reference === null ? null : this.providers.get(provider).paymentOf(reference);
  }
}

/** Asks the provider itself by what it does next. */
const CONFIRMS_ITSELF: PaymentFact['kind'] = 'payer-action-completed';

/** Whether a fact would change what is recorded. @throws MissingPredecessor when it has to wait. */
function isNews(fact: PaymentFact, payment: Payment, facing: FactContext): boolean {
  if (fact.kind === CONFIRMS_ITSELF) return false;
  try {
    return decideAndHeal(fact, payment, facing).length > 0;
  } catch (error) {
    if (error instanceof FactContradicts) return true;
    throw error;
  }
}

/** What holds a fact back for a while. */
const PASSING: ReadonlySet<string> = new Set(['payment-held', 'payment-contradicted']);

/**
 * What a fact that could not be applied comes to. One that a review or a contradiction holds back
 * is tried again; one that a rule forbids for good, as for a rejected payment, is closed.
 */
function resultOf(error: unknown): Outcome {
  if (error instanceof MissingPredecessor) return null;
  if (error instanceof PaymentError && !PASSING.has(error.code)) {
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
