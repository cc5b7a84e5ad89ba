import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { resolveOutcome, type ResolveOutcome } from '#payments';
import type { CommandContext } from '../payment/command-context.js';
import { Commands } from '../payment/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';

export class ResolvePayment extends Command<LoadedPayment> {
  constructor(
    readonly paymentId: string,
    readonly outcome: Omit<ResolveOutcome, 'now'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Records what a person found out about an operation that nobody else could. */
@CommandHandler(ResolvePayment)
export class ResolveHandler implements ICommandHandler<ResolvePayment, LoadedPayment> {
  constructor(private readonly commands: Commands) {}

  execute({ paymentId, outcome, context }: ResolvePayment): Promise<LoadedPayment> {
    return this.commands.execute(paymentId, context, (payment, now) =>
      resolveOutcome({ ...outcome, now }, payment),
    );
  }
}
