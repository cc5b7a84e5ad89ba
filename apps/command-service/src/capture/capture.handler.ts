import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Money } from '#money';
import { initiatedOf, requestCapture } from '#payments';
import type { CommandContext } from '../payment/command-context.js';
import { Commands } from '../journey/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { Providers } from '../provider-call/providers.js';

export class CapturePayment extends Command<LoadedPayment> {
  constructor(
    readonly paymentId: string,
    readonly amount: Money | null,
    readonly final: boolean,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Takes authorised money: promises it on disk, then asks the provider, then records. */
@CommandHandler(CapturePayment)
export class CaptureHandler implements ICommandHandler<CapturePayment, LoadedPayment> {
  constructor(
    private readonly commands: Commands,
    private readonly providers: Providers,
  ) {}

  execute({ paymentId, amount, final, context }: CapturePayment): Promise<LoadedPayment> {
    return this.commands.execute(paymentId, context, (payment, now) => {
      if (amount) this.providers.assertMovable(initiatedOf(payment).provider, amount, 'capture');
      return requestCapture({ captureId: context.commandId, amount, final, now }, payment);
    });
  }
}
