import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requestCancellation, type CancellationReason } from '#payments';
import type { CommandContext } from '../payment/command-context.js';
import { Commands } from '../journey/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';

export class CancelPayment extends Command<LoadedPayment> {
  constructor(
    readonly paymentId: string,
    readonly reason: CancellationReason,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Ends a payment that took no money: nothing is held for a cart that nobody wants any more. */
@CommandHandler(CancelPayment)
export class CancelHandler implements ICommandHandler<CancelPayment, LoadedPayment> {
  constructor(private readonly commands: Commands) {}

  execute({ paymentId, reason, context }: CancelPayment): Promise<LoadedPayment> {
    return this.commands.execute(paymentId, context, (payment, now) =>
      requestCancellation({ cancellationId: context.commandId, reason, now }, payment),
    );
  }
}
