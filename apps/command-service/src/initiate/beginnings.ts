import { Injectable } from '@nestjs/common';
import { initiatePayment, PaymentError } from '#payments';
import { chooseRoute, type NamedRouting } from '#routing';
import { OrderIndex } from '../orders/order-index.js';
import type { Beginning } from '../payment/commands.js';
import { Providers } from '../provider-call/providers.js';
import { RoutingInForce } from '../routing/routing-in-force.js';
import type { InitiatePayment } from './initiate.handler.js';

/** What is recorded first of payments: what their commands say, and where the policy sends them. */
@Injectable()
export class Beginnings {
  constructor(
    private readonly providers: Providers,
    private readonly orders: OrderIndex,
    private readonly routing: RoutingInForce,
  ) {}

  /** @throws EventStoreUnavailable while it is not known which routing policy decides. */
  async of(initiations: readonly InitiatePayment[]): Promise<Beginning[]> {
    const policy = await this.routing.current();
    return initiations.map((initiation) => this.#beginning(initiation, policy));
  }

  #beginning({ facts: initiation, context }: InitiatePayment, policy: NamedRouting): Beginning {
    const { paymentId, orderId } = initiation;
    const isCancelled = this.orders.isCancelled(context.client, orderId);
    return {
      paymentId,
      context,
      // A repeat of what was begun before the cancellation is answered as the first time.
      looksFirst: isCancelled,
      decide: (payment, now) => {
        const { routes, named, ...facts } = initiation;
        const unrouted = { routes, named, amount: facts.amount };
        const routed = chooseRoute(unrouted, policy, (name, amount) =>
          this.providers.refusalOf(name, amount),
        );
        if (isCancelled) throw new PaymentError('order-cancelled');
        return initiatePayment({ ...facts, ...routed, now }, payment);
      },
    };
  }
}
