import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { initiatePayment, PaymentError, type InitiatePayment as Facts } from '#payments';
import type { CommandContext } from '../payment/command-context.js';
import { OrderIndex } from '../orders/order-index.js';
import { orderKeyOf } from '../orders/order-stream.js';
import { Commands, type Decide } from '../payment/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { Providers } from '../provider-call/providers.js';

export class InitiatePayment extends Command<LoadedPayment> {
  constructor(
    readonly facts: Omit<Facts, 'now'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Begins a payment and takes it as far as its intent says. */
@CommandHandler(InitiatePayment)
export class InitiateHandler implements ICommandHandler<InitiatePayment, LoadedPayment> {
  constructor(
    private readonly commands: Commands,
    private readonly providers: Providers,
    private readonly orders: OrderIndex,
  ) {}

  async execute({ facts, context }: InitiatePayment): Promise<LoadedPayment> {
    this.providers.assertMovable(facts.provider, facts.amount, 'authorise');
    if (this.orders.isCancelled(orderKeyOf(context.client, facts.orderId))) {
      // A repeat of what was begun before is answered as the first time.
      return this.commands.execute(facts.paymentId, context, () => {
        throw new PaymentError('order-cancelled');
      });
    }
    const decide: Decide = (payment, now) => initiatePayment({ ...facts, now }, payment);
    return context.answersWhenRecorded === true
      ? this.commands.begin(facts.paymentId, context, decide)
      : this.commands.execute(facts.paymentId, context, decide);
  }
}
