import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../payment/command-context.js';
import { OrderCancellations, type CancelledOrder } from './order-cancellations.js';

export class CancelOrder extends Command<CancelledOrder> {
  constructor(
    readonly orderId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Ends every payment of an order that took no money, and takes no more payments for it. */
@CommandHandler(CancelOrder)
export class CancelOrderHandler implements ICommandHandler<CancelOrder, CancelledOrder> {
  constructor(private readonly cancellations: OrderCancellations) {}

  execute({ orderId, context }: CancelOrder): Promise<CancelledOrder> {
    return this.cancellations.cancel(orderId, context);
  }
}
