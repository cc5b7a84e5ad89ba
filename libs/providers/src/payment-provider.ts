import type { Money } from '#money';
import type { MovedBy } from './wire-amount.js';

/** ISO 8601 in UTC. */
export type Instant = string;

export type AuthoriseRequest = {
  readonly paymentId: string;
  /** Idempotency key of the attempt at the provider. */
  readonly authorisationId: string;
  readonly amount: Money;
  /** The provider's token of the payer's card; null for a PayPal account. */
  readonly token: string | null;
  /** Set once the payer has acted: the provider's object that waited for it. */
  readonly orderReference: string | null;
  /** Where the provider sends the payer back to. */
  readonly returnUrl: string;
};

export type AuthoriseOutcome =
  | {
      readonly status: 'authorised';
      readonly reference: string;
      readonly expiresAt: Instant | null;
      readonly at: Instant;
    }
  | {
      readonly status: 'payer-action-required';
      readonly url: string;
      readonly orderReference: string;
      readonly at: Instant;
    }
  | Refused;

/** The provider said no. A fact to record, not an error. */
export type Refused = {
  readonly status: 'refused';
  /** The provider's own code, as in `insufficient_funds`. */
  readonly code: string;
  readonly reason: string;
  readonly at: Instant;
};

export type CaptureRequest = {
  readonly paymentId: string;
  readonly captureId: string;
  readonly amount: Money;
  /** Reference of the authorisation. */
  readonly reference: string;
  readonly final: boolean;
};

export type CaptureOutcome =
  | {
      readonly status: 'captured';
      readonly reference: string;
      /** Null when the provider tells the fee later. */
      readonly fee: Money | null;
      readonly at: Instant;
    }
  | Refused;

export type VoidRequest = {
  readonly paymentId: string;
  readonly voidId: string;
  readonly reference: string;
};

export type VoidOutcome = { readonly status: 'voided'; readonly at: Instant } | Refused;

export type RefundRequest = {
  readonly paymentId: string;
  readonly refundId: string;
  readonly captureId: string;
  readonly amount: Money;
  /** Reference of the capture. */
  readonly reference: string;
};

export type RefundOutcome =
  { readonly status: 'refunded'; readonly reference: string; readonly at: Instant } | Refused;

/** One line of the provider's own books that moved money. */
export type BookLine = {
  /** The provider's id of the line; unique per provider. */
  readonly lineId: string;
  readonly kind: 'capture' | 'refund' | 'fee' | 'dispute' | 'payout' | 'adjustment';
  /**
   * The object that caused it: our PaymentCaptured/PaymentRefunded `reference`. Several captures of
   * one Stripe charge share the charge's id, in our events as in these lines.
   */
  readonly reference: string;
  readonly paymentId: string | null;
  /** Signed: money to us is positive. Gross, before the fee. */
  readonly amount: Money;
  /** What the provider took for it; negative only where it gave a fee back. */
  readonly fee: Money;
  readonly at: Instant;
};

/**
 * A company that moves money. Repeating a request under the same id moves nothing twice.
 *
 * @throws ProviderUnavailable from every method when the outcome is unknown.
 * @throws ProviderMisuse when the provider calls our request malformed: a bug or bad credentials.
 */
export abstract class PaymentProvider {
  abstract readonly name: 'stripe' | 'paypal';

  /**
   * A minimum holds for charges only; give-backs may be smaller.
   *
   * @param movedBy default: `authorise`, the strictest.
   * @returns null when the provider can move this amount, else why not, in one sentence.
   */
  abstract refusalOf(amount: Money, movedBy?: MovedBy): string | null;

  abstract authorise(request: AuthoriseRequest): Promise<AuthoriseOutcome>;
  abstract capture(request: CaptureRequest): Promise<CaptureOutcome>;
  abstract void(request: VoidRequest): Promise<VoidOutcome>;
  abstract refund(request: RefundRequest): Promise<RefundOutcome>;

  /**
   * The provider's books, oldest first, from an instant (inclusive) on. Lines of the same second
   * just before it may come again; `lineId` tells them.
   */
  abstract books(from: Instant): AsyncIterable<BookLine>;
}

/**
 * Timeout, reset, 5xx or rate limit: nobody knows whether money moved. Repeat under the same id.
 */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
  /** True when the provider did answer: that it has not decided yet. */
  readonly undecided: boolean;

  constructor(
    readonly provider: string,
    reason: string,
    { undecided = false, ...options }: ErrorOptions & { readonly undecided?: boolean } = {},
  ) {
    super(`${provider}: ${reason}`, options);
    this.undecided = undecided;
  }
}

/** The provider rejected the request itself. Not retryable: mend the code or the credentials. */
export class ProviderMisuse extends Error {
  override readonly name = 'ProviderMisuse';

  constructor(
    readonly provider: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${provider}: ${reason}`, options);
  }
}
