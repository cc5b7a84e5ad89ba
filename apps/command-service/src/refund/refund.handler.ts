import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { initiatedOf, requestRefund, type RequestRefund } from '#payments';
import type { CommandContext } from '../payment/command-context.js';
import { Commands } from '../journey/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { Providers } from '../provider-call/providers.js';

export class RefundPayment extends Command<LoadedPayment> {
  constructor(
    readonly paymentId: string,
    readonly refund: Pick<RequestRefund, 'amount' | 'captureId' | 'reason'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/**
 * Gives captured money back: records the promise, moves the money, records what happened.
 *
 * The promise goes first. After a crash in between, the stream still shows an open refund, and the
 * resumer sends it again under the same id, so money never moves unseen.
 */
@CommandHandler(RefundPayment)
export class RefundHandler implements ICommandHandler<RefundPayment, LoadedPayment> {
  constructor(
    private readonly commands: Commands,
    private readonly providers: Providers,
  ) {}

  execute({ paymentId, refund, context }: RefundPayment): Promise<LoadedPayment> {
    return this.commands.execute(paymentId, context, (payment, now) => {
      const { provider } = initiatedOf(payment);
      if (refund.amount) this.providers.assertMovable(provider, refund.amount, 'refund');
      return requestRefund({ ...refund, refundId: context.commandId, now }, payment);
    });
  }
}
