import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decideReview, type DecideReview } from '#payments';
import { Desk } from '../desk/desk.js';
import { Commands } from '../journey/commands.js';
import { deciderOf, type CommandContext } from '../payment/command-context.js';
import type { LoadedPayment } from '../payment/payment-streams.js';

export class ReviewPayment extends Command<LoadedPayment> {
  constructor(
    readonly paymentId: string,
    readonly review: Pick<DecideReview, 'decision' | 'note' | 'label' | 'reason'>,
    /** The revision of the case that the analyst saw; null: any. */
    readonly expectedRevision: number | null,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** An analyst's decision: the payment goes on, or ends and gives up what it holds. */
@CommandHandler(ReviewPayment)
export class ReviewHandler implements ICommandHandler<ReviewPayment, LoadedPayment> {
  constructor(
    private readonly commands: Commands,
    private readonly desk: Desk,
  ) {}

  async execute(command: ReviewPayment): Promise<LoadedPayment> {
    const { paymentId, review, expectedRevision, context } = command;
    const analyst = deciderOf(context);
    try {
      return await this.commands.execute(
        paymentId,
        context,
        (payment, now) => decideReview({ ...review, analyst, now }, payment),
        async (loaded) => {
          await this.desk.hold(loaded, context, expectedRevision);
          return loaded;
        },
      );
    } catch (error) {
      throw await this.desk.explain(error, paymentId);
    }
  }
}
