import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { idOf } from '#event-store';
import { initiatedOf, PaymentError, resolveOutcome, type ResolveOutcome } from '#payments';
import { ProviderMisuse, ProviderUnavailable } from '#provider-port';
import { LookUps } from '../facts/look-ups.js';
import type { CommandContext } from '../payment/command-context.js';
import { Commands } from '../journey/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { Providers } from '../provider-call/providers.js';

export class ResolvePayment extends Command<LoadedPayment> {
  constructor(
    readonly paymentId: string,
    readonly outcome: Omit<ResolveOutcome, 'now'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/**
 * Records what a person found out about an operation that nobody else could. What the provider
 * itself tells goes first, so that an object which settled something else is known by then.
 */
@CommandHandler(ResolvePayment)
export class ResolveHandler implements ICommandHandler<ResolvePayment, LoadedPayment> {
  constructor(
    private readonly commands: Commands,
    private readonly lookUps: LookUps,
    private readonly providers: Providers,
  ) {}

  execute({ paymentId, outcome, context }: ResolvePayment): Promise<LoadedPayment> {
    return this.commands.execute(
      paymentId,
      context,
      (payment, now) => resolveOutcome({ ...outcome, now }, payment),
      async (loaded) => {
        const seen = await this.lookUps.refresh(loaded, lookUpContext(context));
        if (outcome.happened) await this.#assertOwn(seen, outcome);
        return seen;
      },
    );
  }

  /**
   * @throws PaymentError `reference-taken` for an object that the provider says is another
   * payment's, `reference-unknown` for one that it does not have.
   */
  async #assertOwn(
    { paymentId, payment }: LoadedPayment,
    { operationId, reference }: Omit<ResolveOutcome, 'now'>,
  ): Promise<void> {
    if (reference === null) return;
    const provider = this.providers.get(initiatedOf(payment).provider);
    const owner = await ifItAnswers(provider.paymentOf(reference));
    if (owner === paymentId) return;
    const details = { operationId, reference };
    if (owner !== null) {
      throw new PaymentError('reference-taken', { ...details, is: `of payment ${owner}` });
    }
    if ((await ifItAnswers(provider.knows(reference))) === false) {
      throw new PaymentError('reference-unknown', details);
    }
  }
}

/** A person may have to say what happened while the provider does not answer: then null. */
async function ifItAnswers<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProviderUnavailable || error instanceof ProviderMisuse) return null;
    throw error;
  }
}

/** Of its own: a resolution that is refused afterwards has recorded nothing. */
function lookUpContext(context: CommandContext): CommandContext {
  return { ...context, commandId: idOf('look-up', context.commandId), bodyHash: null };
}
