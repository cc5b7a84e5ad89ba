import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requestRelease } from '#payments';
import type { CommandContext } from '../payment/command-context.js';
import { Commands } from '../journey/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';

export class ReleaseRest extends Command<LoadedPayment> {
  constructor(
    readonly paymentId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Gives up the rest of a hold that was captured in part. */
@CommandHandler(ReleaseRest)
export class ReleaseHandler implements ICommandHandler<ReleaseRest, LoadedPayment> {
  constructor(private readonly commands: Commands) {}

  execute({ paymentId, context }: ReleaseRest): Promise<LoadedPayment> {
    return this.commands.execute(paymentId, context, (payment, now) =>
      requestRelease({ voidId: context.commandId, now }, payment),
    );
  }
}
