import { ApiClient, type ApiClientOptions } from './api-client.js';

/** Minor units as digits, and ISO 4217: `{ amount: '1050', currency: 'EUR' }` is 10.50 EUR. */
export type Amount = { readonly amount: string; readonly currency: string };

export type InitiateCommand = {
  readonly orderId: string;
  readonly merchantId: string;
  readonly customerId: string;
  readonly amount: Amount;
  /** Left out: the one that takes the method. */
  readonly provider?: 'stripe' | 'paypal';
  readonly method: { readonly kind: 'card'; readonly token: string } | { readonly kind: 'paypal' };
  readonly intent?: 'initiate' | 'authorise' | 'capture';
  readonly card?: { readonly fingerprint?: string; readonly country?: string };
  readonly deviceId?: string;
  readonly ipCountry?: string;
  readonly shippingCountry?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** ISO 8601 in UTC. */
  readonly occurredAt?: string;
};

/** Where a payment stands, as of `position`. */
export type PaymentReply = {
  readonly paymentId: string;
  readonly status: string;
  readonly amount: Amount;
  readonly authorised: Amount;
  readonly captured: Amount;
  readonly refunded: Amount;
  readonly risk: {
    readonly verdict: string;
    readonly score: number | null;
    readonly degraded: string | null;
    readonly decidedBy: 'rule' | 'score' | 'degraded' | 'chance';
    /** The rules that gave the verdict. */
    readonly ruleIds: readonly string[];
  } | null;
  /** Where to send the payer, when the payer has to act. */
  readonly action: { readonly url: string } | null;
  readonly outcomeUnknown: boolean;
  /** Operations whose outcome nobody knows yet. */
  readonly unknown: readonly {
    readonly operation: string;
    readonly operationId: string;
    readonly since: string | null;
    readonly escalated: boolean;
  }[];
  readonly position: string;
};

/**
 * Sends payment commands. Every command carries an idempotency key: the same key with the same
 * body is done once and answered as the first time.
 *
 * @throws ApiProblem from every method when a rule refuses.
 * @throws ServiceAway from every method when no answer came; send again under the same key.
 */
export class PaymentsClient {
  readonly #api: ApiClient;

  constructor(options: ApiClientOptions) {
    this.#api = new ApiClient(options);
  }

  initiate(command: InitiateCommand, idempotencyKey: string): Promise<PaymentReply> {
    return this.#post('/v1/payments', command, idempotencyKey);
  }

  authorise(paymentId: string, idempotencyKey: string): Promise<PaymentReply> {
    return this.#post(`/v1/payments/${paymentId}/authorise`, {}, idempotencyKey);
  }

  /** @param amount the new total to hold, not the difference. */
  increment(paymentId: string, amount: Amount, idempotencyKey: string): Promise<PaymentReply> {
    return this.#post(`/v1/payments/${paymentId}/increment`, { amount }, idempotencyKey);
  }

  /** @param renewal `amount` left out: what is held now. */
  reauthorise(
    paymentId: string,
    renewal: { readonly amount?: Amount },
    idempotencyKey: string,
  ): Promise<PaymentReply> {
    return this.#post(`/v1/payments/${paymentId}/reauthorise`, renewal, idempotencyKey);
  }

  /** @param capture `amount` left out: all that is left; `final` gives up the rest. */
  capture(
    paymentId: string,
    capture: { readonly amount?: Amount; readonly final?: boolean },
    idempotencyKey: string,
  ): Promise<PaymentReply> {
    return this.#post(`/v1/payments/${paymentId}/capture`, capture, idempotencyKey);
  }

  void(paymentId: string, idempotencyKey: string): Promise<PaymentReply> {
    return this.#post(`/v1/payments/${paymentId}/void`, {}, idempotencyKey);
  }

  /** Ends a payment that took no money, wherever it stands. */
  cancel(paymentId: string, idempotencyKey: string): Promise<PaymentReply> {
    return this.#post(`/v1/payments/${paymentId}/cancel`, {}, idempotencyKey);
  }

  refund(
    paymentId: string,
    refund: { readonly amount?: Amount; readonly captureId?: string; readonly reason?: string },
    idempotencyKey: string,
  ): Promise<PaymentReply> {
    return this.#post(`/v1/payments/${paymentId}/refund`, refund, idempotencyKey);
  }

  /** Needs a key with the role analyst. */
  review(
    paymentId: string,
    review: { readonly decision: 'approve' | 'reject'; readonly note?: string },
    idempotencyKey: string,
  ): Promise<PaymentReply> {
    return this.#post(`/v1/payments/${paymentId}/review`, review, idempotencyKey);
  }

  async payment(paymentId: string): Promise<PaymentReply> {
    const answer = await this.#api.send({ method: 'GET', path: `/v1/payments/${paymentId}` });
    return answer as PaymentReply;
  }

  close(): void {
    this.#api.close();
  }

  async #post(path: string, body: unknown, idempotencyKey: string): Promise<PaymentReply> {
    const answer = await this.#api.send({ method: 'POST', path, body, idempotencyKey });
    return answer as PaymentReply;
  }
}
