import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { idOf } from '#event-store';
import { initiatedOf, PaymentError, resolveOutcome, type ResolveOutcome } from '#payments';
import { ProviderMisuse, ProviderUnavailable } from '#providers';
import { LookUps } from '../look-up/look-ups.js';
import type { CommandContext } from '../payment/command-context.js';
import { Commands } from '../payment/commands.js';
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
   * payment's.
   */
  async #assertOwn(
    { paymentId, payment }: LoadedPayment,
    { operationId, reference }: Omit<ResolveOutcome, 'now'>,
  ): Promise<void> {
    if (reference === null) return;
    const owner = await this.#ownerOf(initiatedOf(payment).provider, reference);
    if (owner === null || owner === paymentId) return;
    throw new PaymentError('reference-taken', {
      operationId,
      reference,
      is: `of payment ${owner}`,
    });
  }

  /** A person may have to say what happened while the provider does not answer. */
  async #ownerOf(provider: 'stripe' | 'paypal', reference: string): Promise<string | null> {
    try {
      return await this.providers.get(provider).paymentOf(reference);
    } catch (error) {
      if (error instanceof ProviderUnavailable || error instanceof ProviderMisuse) return null;
      throw error;
    }
  }
}

/** Of its own: a resolution that is refused afterwards has recorded nothing. */
function lookUpContext(context: CommandContext): CommandContext {
  return { ...context, commandId: idOf('look-up', context.commandId), bodyHash: null };
}
