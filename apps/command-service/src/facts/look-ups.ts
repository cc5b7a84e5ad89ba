import { Injectable } from '@nestjs/common';
import { initiatedOf, MissingPredecessor } from '#payments';
import {
  type PaymentFact,
  type ProviderFact,
  ProviderMisuse,
  ProviderUnavailable,
  UnreadableObjects,
} from '#provider-port';
import { Clock } from '#platform';
import { Log } from '../log.js';
import type { CommandContext } from '../payment/command-context.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';
import { Providers } from '../provider-call/providers.js';
import { decideAndHeal, takeIn } from './contradictions.js';
import { FactContradicts, type FactContext } from './fact-decision.js';

type LookedUp = {
  readonly loaded: LoadedPayment;
  /** What the provider said that could not be read; null: nothing. */
  readonly unreadable: string | null;
};

/** Asks the provider itself what became of a payment, where nobody told us. */
@Injectable()
export class LookUps {
  constructor(
    private readonly streams: PaymentStreams,
    private readonly providers: Providers,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Records what the payment does not know yet; a provider that is away changes nothing. */
  async refresh(loaded: LoadedPayment, context: CommandContext): Promise<LoadedPayment> {
    try {
      return (await this.demand(loaded, context))?.loaded ?? loaded;
    } catch (error) {
      const away = error instanceof ProviderUnavailable || error instanceof ProviderMisuse;
      if (!away) throw error;
      this.log.warn({ paymentId: loaded.paymentId, reason: error.message }, 'not looked up');
      return loaded;
    }
  }

  /**
   * Records likewise what could be read, and says what could not. Null while the payment names no
   * object of the provider's.
   *
   * @throws ProviderUnavailable or ProviderMisuse when the provider does not say.
   */
  async demand(loaded: LoadedPayment, context: CommandContext): Promise<LookedUp | null> {
    const { authorisation } = loaded.payment;
    if (!authorisation) return null;
    const { authorisationId, orderReference, reference } = authorisation;
    if (orderReference === null && reference === null) return null;
    const { provider: name } = initiatedOf(loaded.payment);
    const { paymentId } = loaded;
    const request = { paymentId, authorisationId, orderReference, reference };
    try {
      const facts = await this.providers.get(name).lookUp(request);
      return { loaded: await this.#record(loaded, context, facts), unreadable: null };
    } catch (error) {
      if (!(error instanceof UnreadableObjects)) throw error;
      this.log.error({ paymentId, reason: error.message }, 'the provider says what is unreadable');
      const recorded = await this.#record(loaded, context, error.facts);
      return { loaded: recorded, unreadable: error.message };
    }
  }

  /**
   * Facts that wait for another, or contradict the record without it, are tried again after it,
   * until none brings news; what contradicts then is kept as that.
   */
  async #record(
    loaded: LoadedPayment,
    context: CommandContext,
    facts: readonly ProviderFact[],
  ): Promise<LoadedPayment> {
    const { provider } = initiatedOf(loaded.payment);
    const facing = { provider, now: this.clock.nowIso };
    let current = loaded;
    let waiting = facts.filter((fact): fact is PaymentFact => fact.kind !== 'payout');
    for (let before = Infinity; waiting.length < before;) {
      before = waiting.length;
      const still: PaymentFact[] = [];
      for (const fact of waiting) {
        const next = await this.#change(current, context, decideAndHeal, { fact, facing });
        if (next === null) still.push(fact);
        else current = next;
      }
      waiting = still;
    }
    for (const fact of waiting) {
      current = (await this.#change(current, context, takeIn, { fact, facing })) ?? current;
    }
    return current;
  }

  /** Null when the fact cannot be decided yet. */
  async #change(
    loaded: LoadedPayment,
    context: CommandContext,
    decide: typeof takeIn,
    { fact, facing }: { readonly fact: PaymentFact; readonly facing: FactContext },
  ): Promise<LoadedPayment | null> {
    try {
      return await this.streams.change(loaded, context, (payment) => decide(fact, payment, facing));
    } catch (error) {
      if (error instanceof MissingPredecessor || error instanceof FactContradicts) return null;
      throw error;
    }
  }
}
