import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decideReview } from '#payments';
import type { CommandContext } from '../payment/command-context.js';
import { Commands } from '../journey/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';

export class ReviewPayment extends Command<LoadedPayment> {
  constructor(
    readonly paymentId: string,
    readonly decision: 'approve' | 'reject',
    readonly note: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** An analyst's decision: the payment goes on, or ends and gives up what it holds. */
@CommandHandler(ReviewPayment)
export class ReviewHandler implements ICommandHandler<ReviewPayment, LoadedPayment> {
  constructor(private readonly commands: Commands) {}

  execute({ paymentId, decision, note, context }: ReviewPayment): Promise<LoadedPayment> {
    const analyst = context.client;
    return this.commands.execute(paymentId, context, (payment, now) =>
      decideReview({ decision, analyst, note, now }, payment),
    );
  }
}
