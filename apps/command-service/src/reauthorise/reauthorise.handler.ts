import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Money } from '#money';
import { initiatedOf, requestReauthorisation } from '#payments';
import type { CommandContext } from '../payment/command-context.js';
import { Commands } from '../journey/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { Providers } from '../provider-call/providers.js';

export class ReauthorisePayment extends Command<LoadedPayment> {
  constructor(
    readonly paymentId: string,
    readonly amount: Money | null,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Holds the same money anew; when it is refused, the old hold stays. */
@CommandHandler(ReauthorisePayment)
export class ReauthoriseHandler implements ICommandHandler<ReauthorisePayment, LoadedPayment> {
  constructor(
    private readonly commands: Commands,
    private readonly providers: Providers,
  ) {}

  execute({ paymentId, amount, context }: ReauthorisePayment): Promise<LoadedPayment> {
    return this.commands.execute(paymentId, context, (payment, now) => {
      const { provider } = initiatedOf(payment);
      this.providers.assertSupports(provider, 'reauthorise');
      if (amount) this.providers.assertMovable(provider, amount, 'authorise');
      const reauthorisationId = context.commandId;
      return requestReauthorisation({ reauthorisationId, amount, now }, payment);
    });
  }
}
