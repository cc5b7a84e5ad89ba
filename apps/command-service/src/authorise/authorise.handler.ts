import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { initiatedOf, mayProceed, requestAuthorisation } from '#payments';
import type { CommandContext } from '../payment/command-context.js';
import { Commands } from '../journey/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { Providers } from '../provider-call/providers.js';
import { Assessor } from '../scoring/assessor.js';

export class AuthorisePayment extends Command<LoadedPayment> {
  constructor(
    readonly paymentId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/**
 * Asks the provider to hold the money, after the risk was assessed. After a payer's approval or
 * 3-D Secure it goes on with the same attempt.
 */
@CommandHandler(AuthorisePayment)
export class AuthoriseHandler implements ICommandHandler<AuthorisePayment, LoadedPayment> {
  constructor(
    private readonly commands: Commands,
    private readonly assessor: Assessor,
    private readonly providers: Providers,
  ) {}

  execute({ paymentId, context }: AuthorisePayment): Promise<LoadedPayment> {
    let assessedNow = false;
    return this.commands.execute(
      paymentId,
      context,
      (payment, now) => {
        // A verdict that this very command brought is its answer, not a refusal.
        if (assessedNow && !mayProceed(payment)) return [];
        const { away } = this.providers;
        return requestAuthorisation({ authorisationId: context.commandId, now, away }, payment);
      },
      async (loaded) => {
        initiatedOf(loaded.payment);
        if (loaded.payment.risk) return loaded;
        assessedNow = true;
        return this.assessor.assess(loaded, context);
      },
    );
  }
}
