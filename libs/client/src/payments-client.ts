import type { ApiClientOptions } from './api-client.js';
import {
  CommandServiceClient,
  type CaptureRequest,
  type InitiateRequest,
  type MoneyRequest,
  type PaymentResponse,
  type ReauthoriseRequest,
  type RefundRequest,
  type ReviewRequest,
} from './generated/command-service-client.js';

/** Minor units as digits, and ISO 4217: `{ amount: '1050', currency: 'EUR' }` is 10.50 EUR. */
export type Amount = MoneyRequest;

export type InitiateCommand = InitiateRequest;

/** Where a payment stands, as of `position`. */
export type PaymentReply = PaymentResponse;

/**
 * Sends the commands of one payment after another: CommandServiceClient in fewer words. Every
 * command carries an idempotency key: the same key with the same body is done once and answered as
 * the first time.
 *
 * @throws ApiProblem from every method when a rule refuses.
 * @throws ServiceAway from every method when no answer came; send again under the same key.
 */
export class PaymentsClient {
  readonly #service: CommandServiceClient;

  constructor(options: ApiClientOptions) {
    this.#service = new CommandServiceClient(options);
  }

  initiate(body: InitiateCommand, idempotencyKey: string): Promise<PaymentReply> {
    return this.#service.commands.initiate({ body, idempotencyKey });
  }

  authorise(paymentId: string, idempotencyKey: string): Promise<PaymentReply> {
    return this.#service.commands.authorise({ paymentId, idempotencyKey });
  }

  /** @param amount the new total to hold, not the difference. */
  increment(paymentId: string, amount: Amount, idempotencyKey: string): Promise<PaymentReply> {
    return this.#service.commands.increment({ paymentId, body: { amount }, idempotencyKey });
  }

  /** @param body `amount` left out: what is held now. */
  reauthorise(
    paymentId: string,
    body: ReauthoriseRequest,
    idempotencyKey: string,
  ): Promise<PaymentReply> {
    return this.#service.commands.reauthorise({ paymentId, body, idempotencyKey });
  }

  /** @param body `amount` left out: all that is left; `final` gives up the rest. */
  capture(paymentId: string, body: CaptureRequest, idempotencyKey: string): Promise<PaymentReply> {
    return this.#service.commands.capture({ paymentId, body, idempotencyKey });
  }

  void(paymentId: string, idempotencyKey: string): Promise<PaymentReply> {
    return this.#service.commands.void({ paymentId, idempotencyKey });
  }

  /** Gives up what is held beside what was captured. */
  release(paymentId: string, idempotencyKey: string): Promise<PaymentReply> {
    return this.#service.commands.release({ paymentId, idempotencyKey });
  }

  /** Ends a payment that took no money, wherever it stands. */
  cancel(paymentId: string, idempotencyKey: string): Promise<PaymentReply> {
    return this.#service.commands.cancel({ paymentId, idempotencyKey });
  }

  refund(paymentId: string, body: RefundRequest, idempotencyKey: string): Promise<PaymentReply> {
    return this.#service.commands.refund({ paymentId, body, idempotencyKey });
  }

  /** Needs a key with the role analyst. */
  review(paymentId: string, body: ReviewRequest, idempotencyKey: string): Promise<PaymentReply> {
    return this.#service.commands.review({ paymentId, body, idempotencyKey });
  }

  payment(paymentId: string): Promise<PaymentReply> {
    return this.#service.payments.payment({ paymentId });
  }

  close(): void {
    this.#service.close();
  }
}
