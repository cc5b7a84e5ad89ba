import { Injectable } from '@nestjs/common';
import { idOf } from '#event-store';
import { initiatedOf, takeInAll, type PaymentError } from '#payments';
import {
  type ProviderFact,
  ProviderMisuse,
  ProviderUnavailable,
  UnreadableObjects,
} from '#provider-port';
import { Clock, Logger } from '#platform';
import type { CommandContext } from '../payment/command-context.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';
import { Providers } from '../provider-call/providers.js';

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
    private readonly logger: Logger,
  ) {}

  /** Records what the payment does not know yet; a provider that is away changes nothing. */
  async refresh(loaded: LoadedPayment, context: CommandContext): Promise<LoadedPayment> {
    try {
      return (await this.demand(loaded, context))?.loaded ?? loaded;
    } catch (error) {
      const away = error instanceof ProviderUnavailable || error instanceof ProviderMisuse;
      if (!away) throw error;
      this.logger.warn({ paymentId: loaded.paymentId, reason: error.message }, 'not looked up');
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
      this.logger.error(
        { paymentId, reason: error.message },
        'the provider says what is unreadable',
      );
      const recorded = await this.#record(loaded, context, error.facts);
      return { loaded: recorded, unreadable: error.message };
    }
  }

  /** What a rule of ours forbids for now is thrown, but keeps nothing else from the record. */
  async #record(
    loaded: LoadedPayment,
    context: CommandContext,
    facts: readonly ProviderFact[],
  ): Promise<LoadedPayment> {
    const { provider } = initiatedOf(loaded.payment);
    const facing = { provider, now: this.clock.nowIso, idOf };
    const told = facts.filter((fact) => fact.kind !== 'payout');
    const refusals: (PaymentError | null)[] = [];
    const recorded = await this.streams.change(loaded, context, (payment) => {
      const taken = takeInAll(told, payment, facing);
      refusals.push(taken.refusal);
      return taken.events;
    });
    const refusal = refusals.at(-1);
    if (refusal) throw refusal;
    return recorded;
  }
}
