import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { changeStream, EventStore, idOf, type Position, readStream } from '#event-store';
import { planCancellation } from '#payments';
import { Clock, Logger, Problem } from '#platform';
import { Config } from '../config.js';
import { type CommandContext, contextOf, hashOf } from '../payment/command-context.js';
import { Commands } from '../journey/commands.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';
import { OrderIndex } from '../orders/order-index.js';
import {
  ORDER_CANCELLED,
  orderKeyOf,
  orderStream,
  type OrderCancelled,
  type RecordedCancellation,
} from '../orders/order-stream.js';

/** Longest wait for the index to read what was just written. */
const INDEX_WAIT_MS = 10_000;

/** Payments of one order that are told at the same time. */
const TOLD_AT_ONCE_MAX = 32;

/** The payments of one order, after each was told that the order is cancelled. */
export type CancelledOrder = OrderCancelled['data'] & {
  readonly payments: readonly LoadedPayment[];
  /** Of the record of the cancellation. */
  readonly position: Position;
};

/**
 * Cancels orders: first the order is recorded as cancelled, which ends the initiating of payments
 * for it, then each payment is told. What a crash leaves untold is told after the restart.
 */
@Injectable()
export class OrderCancellations implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly eventStore: EventStore,
    private readonly index: OrderIndex,
    private readonly commands: Commands,
    private readonly streams: PaymentStreams,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Repeating it changes nothing and answers where the payments stand by then.
   *
   * @throws Problem `unavailable` while the order's payments are not known; repeat it.
   */
  async cancel(orderId: string, context: CommandContext): Promise<CancelledOrder> {
    const orderKey = orderKeyOf(context.client, orderId);
    const recorded = await this.#record(orderKey, orderId, context);
    if (!(await this.index.untilSeen(recorded.position, INDEX_WAIT_MS))) {
      throw new Problem('unavailable', 'the payments of the order are not known yet');
    }
    return this.#tell(orderKey, recorded, context);
  }

  /** Takes up, again and again, the orders whose payments were not all told. */
  onApplicationBootstrap(): void {
    const { signal } = this.#stopping;
    const sweep = async (): Promise<void> => {
      while (!signal.aborted) {
        await sleep(this.config.RESUME_AFTER_MS, undefined, { signal }).catch(() => undefined);
        for (const orderKey of this.index.open) await this.#finish(orderKey);
      }
    };
    this.#running = sweep();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #finish(orderKey: string): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    try {
      const { state: recorded } = await readStream(this.eventStore, orderStream(orderKey));
      if (recorded) await this.#tell(orderKey, recorded, contextOf(recorded.metadata, 'resumer'));
    } catch (error) {
      this.logger.warn({ err: error, orderKey }, 'order not cancelled yet, will try again');
    }
  }

  async #record(
    orderKey: string,
    orderId: string,
    context: CommandContext,
  ): Promise<RecordedCancellation> {
    const data = { orderId, cancelledAt: this.clock.nowIso };
    const cancelled: OrderCancelled = { type: ORDER_CANCELLED, data };
    const target = orderStream(orderKey);
    const { state } = await changeStream(this.eventStore, target, context, (recorded) => {
      if (recorded?.metadata['commandId'] === context.commandId) context.replayed?.();
      return recorded ? [] : [cancelled];
    });
    if (!state) throw new TypeError(`order ${orderKey} was recorded and is not there`);
    return state;
  }

  /** All are told before a failure of one is thrown on. */
  async #tell(
    orderKey: string,
    { orderId, cancelledAt, position }: RecordedCancellation,
    context: CommandContext,
  ): Promise<CancelledOrder> {
    const known = this.index.paymentsOf(orderKey);
    const told: PromiseSettledResult<LoadedPayment>[] = [];
    for (let i = 0; i < known.length; i += TOLD_AT_ONCE_MAX) {
      const some = known.slice(i, i + TOLD_AT_ONCE_MAX);
      const planned = some.map((paymentId) => this.#plan(orderKey, paymentId, context));
      told.push(...(await Promise.allSettled(planned)));
    }
    const payments: LoadedPayment[] = [];
    for (const each of told) {
      if (each.status === 'rejected') throw each.reason;
      payments.push(each.value);
    }
    const complete = this.index.paymentsOf(orderKey).length === known.length;
    if (complete) this.index.markDone(orderKey);
    return { orderId, cancelledAt, payments, position };
  }

  async #plan(
    orderKey: string,
    paymentId: string,
    context: CommandContext,
  ): Promise<LoadedPayment> {
    const cancellationId = idOf('order-cancellation', orderKey, paymentId);
    // Telling a payment twice says nothing of whether the order's command came twice.
    const { replayed, ...cause } = context;
    const own = { ...cause, commandId: cancellationId, bodyHash: hashOf({}) };
    await this.commands.execute(paymentId, own, (payment, now) =>
      planCancellation({ cancellationId, reason: 'order-cancelled', now }, payment),
    );
    return this.streams.load(paymentId);
  }
}
