import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requestVoid } from '#payments';
import type { CommandContext } from '../payment/command-context.js';
import { Commands } from '../journey/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';

export class VoidPayment extends Command<LoadedPayment> {
  constructor(
    readonly paymentId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Gives an authorisation up before anything of it is captured. */
@CommandHandler(VoidPayment)
export class VoidHandler implements ICommandHandler<VoidPayment, LoadedPayment> {
  constructor(private readonly commands: Commands) {}

  execute({ paymentId, context }: VoidPayment): Promise<LoadedPayment> {
    return this.commands.execute(paymentId, context, (payment, now) =>
      requestVoid({ voidId: context.commandId, now }, payment),
    );
  }
}
