import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Money } from '#money';
import { initiatedOf, requestIncrement } from '#payments';
import type { CommandContext } from '../payment/command-context.js';
import { Commands } from '../journey/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { Providers } from '../provider-call/providers.js';

export class IncrementPayment extends Command<LoadedPayment> {
  constructor(
    readonly paymentId: string,
    readonly amount: Money,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Asks for a greater hold; when it is declined, the old one stays. */
@CommandHandler(IncrementPayment)
export class IncrementHandler implements ICommandHandler<IncrementPayment, LoadedPayment> {
  constructor(
    private readonly commands: Commands,
    private readonly providers: Providers,
  ) {}

  execute({ paymentId, amount, context }: IncrementPayment): Promise<LoadedPayment> {
    return this.commands.execute(paymentId, context, (payment, now) => {
      const { provider } = initiatedOf(payment);
      this.providers.assertSupports(provider, 'increment');
      this.providers.assertMovable(provider, amount, 'authorise');
      return requestIncrement({ incrementId: context.commandId, amount, now }, payment);
    });
  }
}
