import { Injectable } from '@nestjs/common';
import { initiatedOf, MissingPredecessor, type Payment } from '#payments';
import { ProviderMisuse, ProviderUnavailable, type ProviderFact } from '#providers';
import { Log } from '../log.js';
import type { CommandContext } from '../payment/command-context.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';
import { Providers } from '../provider-call/providers.js';
import { decideFact, type PaymentFact } from '../webhooks/fact-decision.js';

/** Asks the provider itself what became of a payment, where nobody told us. */
@Injectable()
export class LookUps {
  constructor(
    private readonly streams: PaymentStreams,
    private readonly providers: Providers,
    private readonly log: Log,
  ) {}

  /** Records what the payment does not know yet; a provider that is away changes nothing. */
  async refresh(loaded: LoadedPayment, context: CommandContext): Promise<LoadedPayment> {
    const { authorisation } = loaded.payment;
    if (!authorisation) return loaded;
    const { provider: name } = initiatedOf(loaded.payment);
    try {
      const facts = await this.providers.get(name).lookUp({
        paymentId: loaded.paymentId,
        authorisationId: authorisation.authorisationId,
        orderReference: authorisation.orderReference,
        reference: authorisation.reference,
      });
      return await this.#record(loaded, context, facts);
    } catch (error) {
      const away = error instanceof ProviderUnavailable || error instanceof ProviderMisuse;
      if (!away) throw error;
      this.log.warn({ paymentId: loaded.paymentId, reason: error.message }, 'not looked up');
      return loaded;
    }
  }

  /** Facts that wait for another are tried again after it, until none brings news. */
  async #record(
    loaded: LoadedPayment,
    context: CommandContext,
    facts: readonly ProviderFact[],
  ): Promise<LoadedPayment> {
    const provider = initiatedOf(loaded.payment).provider;
    const now = new Date().toISOString();
    let current = loaded;
    let waiting = facts.filter((fact): fact is PaymentFact => fact.kind !== 'payout');
    for (let before = Infinity; waiting.length < before;) {
      before = waiting.length;
      const still: PaymentFact[] = [];
      for (const fact of waiting) {
        const decide = (payment: Payment): ReturnType<typeof decideFact> =>
          decideFact(fact, payment, { provider, now });
        try {
          current = await this.streams.change(current, context, decide);
        } catch (error) {
          if (!(error instanceof MissingPredecessor)) throw error;
          still.push(fact);
        }
      }
      waiting = still;
    }
    return current;
  }
}
