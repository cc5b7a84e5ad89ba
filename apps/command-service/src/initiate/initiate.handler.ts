import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { initiatePayment, PaymentError, type InitiatePayment as Facts } from '#payments';
import { chooseRoute, type Unrouted } from '#routing';
import type { CommandContext } from '../payment/command-context.js';
import { OrderIndex } from '../orders/order-index.js';
import { Commands, type Decide } from '../payment/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { Providers } from '../provider-call/providers.js';
import { RoutingInForce } from '../routing/routing-in-force.js';

/** What a command says; where the payment goes is chosen by the routing policy. */
export type Initiation = Omit<Facts, 'now' | 'provider' | 'method' | 'routing'> &
  Pick<Unrouted, 'routes' | 'named'>;

export class InitiatePayment extends Command<LoadedPayment> {
  constructor(
    readonly facts: Initiation,
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
    private readonly routing: RoutingInForce,
  ) {}

  async execute({ facts: initiation, context }: InitiatePayment): Promise<LoadedPayment> {
    const { routes, named, ...facts } = initiation;
    const unrouted = { routes, named, amount: facts.amount };
    const policy = await this.routing.current();
    const routed = chooseRoute(unrouted, policy, (name, amount) =>
      this.providers.refusalOf(name, amount),
    );
    if (this.orders.isCancelled(context.client, facts.orderId)) {
      // A repeat of what was begun before is answered as the first time.
      return this.commands.execute(facts.paymentId, context, () => {
        throw new PaymentError('order-cancelled');
      });
    }
    const decide: Decide = (payment, now) => initiatePayment({ ...facts, ...routed, now }, payment);
    return context.answersWhenRecorded === true
      ? this.commands.begin(facts.paymentId, context, decide)
      : this.commands.execute(facts.paymentId, context, decide);
  }
}
