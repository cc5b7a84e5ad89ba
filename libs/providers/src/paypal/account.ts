import type {
  ApiResponse,
  CapturedPayment,
  Order,
  PaymentAuthorization,
} from '@paypal/paypal-server-sdk';
import { Attempts } from '../attempts.js';
import type { Instant } from '#provider-port';
import { PayPalConnection, type PayPalCalls, type PayPalOptions } from './connection.js';
import { diagnosePayPal } from './errors.js';
import { orderIdOf } from './objects.js';

/** Without it PayPal answers ids only. */
export const WHOLE = 'return=representation';

/** PayPal keeps request ids of payments for 45 days; a day is for clocks and slow calls. */
const KEYS_KEPT_MS = 44 * 86_400_000;

/** What every call to PayPal needs, and the reads that several operations share. */
export class PayPalAccount {
  readonly connection: PayPalConnection;
  readonly attempts: Attempts;
  readonly now: () => Date;

  constructor(options: PayPalOptions) {
    this.connection = new PayPalConnection(options);
    this.now = options.now ?? (() => new Date());
    this.attempts = new Attempts('paypal', (error) => diagnosePayPal(error, this.now()), this.now);
  }

  /** For answers that name no time of their own. */
  instant(): Instant {
    return this.now().toISOString();
  }

  /** Whether an earlier attempt at a promise may be older than PayPal's memory of its id. */
  isForgotten(promisedAt: Instant): boolean {
    return this.now().getTime() - Date.parse(promisedAt) > KEYS_KEPT_MS;
  }

  /** Reads an object as PayPal's webhooks write it; null when there is none. */
  read(path: string, query?: Readonly<Record<string, string>>): Promise<unknown> {
    return this.attempts.ask(() => this.connection.get(path, query));
  }

  orders<Result>(
    run: (orders: PayPalCalls['orders']) => Promise<ApiResponse<Result>>,
  ): Promise<Result> {
    return this.connection.call(({ orders }) => run(orders));
  }

  payments<Result>(
    run: (payments: PayPalCalls['payments']) => Promise<ApiResponse<Result>>,
  ): Promise<Result> {
    return this.connection.call(({ payments }) => run(payments));
  }

  order(id: string): Promise<Order> {
    return this.orders((orders) => orders.getOrder({ id }));
  }

  /** The order that lists everything done with a payment. */
  async orderOf(paid: PaymentAuthorization | CapturedPayment): Promise<Order | null> {
    const orderId = orderIdOf(paid);
    return orderId === null ? null : this.order(orderId);
  }

  authorisation(authorizationId: string): Promise<PaymentAuthorization> {
    return this.payments((payments) => payments.getAuthorizedPayment({ authorizationId }));
  }

  capture(captureId: string): Promise<CapturedPayment> {
    return this.payments((payments) => payments.getCapturedPayment({ captureId }));
  }
}
