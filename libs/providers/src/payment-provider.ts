import type { Money } from '#money';
import type { BookEntry } from './book-entry.js';
import type { Instant } from './instant.js';
import type { ProviderFact, VerifiedWebhook } from './provider-fact.js';
import type { MovedBy } from './wire-amount.js';

export type AuthoriseRequest = Promised & {
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
  /** It takes no such payment at all, whoever pays; absent: it said no to this one. */
  readonly unsupported?: true;
  readonly at: Instant;
};

/** What every request on an existing authorisation names. */
type Promised = {
  readonly paymentId: string;
  /**
   * When the promise was recorded. Providers forget idempotency keys (Stripe after 24 hours): an
   * older promise is read back before it is sent again.
   */
  readonly promisedAt: Instant;
};

export type CaptureRequest = Promised & {
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

export type VoidRequest = Promised & {
  readonly voidId: string;
  readonly reference: string;
  /** Whether something was captured, and only the rest is given up; absent: nothing was. */
  readonly rest?: boolean;
};

export type VoidOutcome = { readonly status: 'voided'; readonly at: Instant } | Refused;

export type RefundRequest = Promised & {
  readonly refundId: string;
  readonly captureId: string;
  readonly amount: Money;
  /** Reference of the capture. */
  readonly reference: string;
};

export type RefundOutcome =
  | {
      readonly status: 'refunded';
      readonly reference: string;
      /** Negative where the provider gives a fee back; null when it tells the fee later. */
      readonly fee: Money | null;
      readonly at: Instant;
    }
  | Refused;

/** Raises what is held to a new total. */
export type IncrementRequest = Promised & {
  readonly incrementId: string;
  /** The new total, not the difference. */
  readonly amount: Money;
  readonly reference: string;
};

export type IncrementOutcome =
  | {
      readonly status: 'incremented';
      readonly expiresAt: Instant | null;
      readonly at: Instant;
    }
  | Refused;

/** Holds the money anew, under a new reference, after the first honour period. */
export type ReauthoriseRequest = Promised & {
  readonly reauthorisationId: string;
  readonly amount: Money;
  readonly reference: string;
};

export type ReauthoriseOutcome =
  | {
      readonly status: 'reauthorised';
      readonly reference: string;
      readonly expiresAt: Instant | null;
      readonly at: Instant;
    }
  | Refused;

/** Gives up an authorisation that still waits for the payer. */
export type CancelRequest = Promised & {
  readonly cancelId: string;
  readonly orderReference: string;
};

/**
 * `cancelled`: nothing is held, and nothing will be. `refused`: too late, the payer was faster; the
 * caller looks up what there is now.
 */
export type CancelOutcome = { readonly status: 'cancelled'; readonly at: Instant } | Refused;

/** What is known of a payment at the provider, to look it up by. */
export type LookUpRequest = {
  readonly paymentId: string;
  readonly authorisationId: string;
  /** Of the object that waits or waited for the payer. */
  readonly orderReference: string | null;
  /** Of the authorisation. */
  readonly reference: string | null;
};

/** `version` null: the account's own, which may change. */
export type DifferingEndpoint = { readonly url: string; readonly version: string | null };

/** Operations that not every provider has. */
export type OptionalOperation = 'increment' | 'reauthorise';

/**
 * A company that moves money. Repeating a request under the same id moves nothing twice.
 *
 * @throws ProviderUnavailable from every method when the outcome is unknown.
 * @throws ProviderMisuse when the provider calls our request malformed: a bug or bad credentials.
 */
export abstract class PaymentProvider {
  abstract readonly name: 'stripe' | 'paypal';

  /** Whether it would not be asked now, since it did not answer; then others may be tried first. */
  get isAway(): boolean {
    return false;
  }

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
  abstract increment(request: IncrementRequest): Promise<IncrementOutcome>;
  abstract reauthorise(request: ReauthoriseRequest): Promise<ReauthoriseOutcome>;
  abstract cancel(request: CancelRequest): Promise<CancelOutcome>;

  /** Whether the provider has an operation at all; asked before it is promised. */
  abstract supports(operation: OptionalOperation): boolean;

  /**
   * What the provider's own objects say of one payment now, as facts, oldest first: the truth where
   * webhooks are missing, late or contradict. Empty when it knows nothing of the payment.
   */
  abstract lookUp(request: LookUpRequest): Promise<readonly ProviderFact[]>;

  /**
   * Whose payment one of the provider's objects belongs to, from the metadata we gave it; null when
   * none of ours. For facts that name only the provider's object, as disputes do.
   *
   * @param reference of a charge, capture, authorisation or order.
   */
  abstract paymentOf(reference: string): Promise<string | null>;

  /** Whether the provider has an object of this id, of ours or not. */
  abstract knows(reference: string): Promise<boolean>;

  /**
   * The provider's own list of the events it sent or should have sent, oldest first, from an
   * instant (inclusive) on. Providers keep about 30 days.
   */
  abstract events(from: Instant): AsyncIterable<VerifiedWebhook>;

  /**
   * Endpoints for webhooks that are set to a version of the API that we do not read, where the
   * provider has such versions and lets us see them; else none.
   */
  async differingEndpoints(): Promise<readonly DifferingEndpoint[]> {
    return [];
  }

  /** One of these events, read back from the provider; null when it has none of this id. */
  abstract event(eventId: string): Promise<VerifiedWebhook | null>;

  /**
   * The provider's books, oldest first, from an instant (inclusive) on. Lines of the same second
   * just before it may come again; `lineId` tells them. A line keeps the time it began at, so one
   * that was pending becomes final in the past.
   */
  abstract books(from: Instant): AsyncIterable<BookEntry>;
}

type UnavailableOptions = ErrorOptions & {
  readonly undecided?: boolean;
  readonly notAsked?: boolean;
  readonly retryAfterMs?: number | null;
};

/**
 * Timeout, reset, 5xx or rate limit: nobody knows whether money moved. Repeat under the same id.
 */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
  /** True when the provider did answer: that it has not decided yet. */
  readonly undecided: boolean;
  /** True when nothing was sent: this call moved no money, whatever earlier ones did. */
  readonly notAsked: boolean;
  /** How long the provider wants to be left alone; null when it did not say. */
  readonly retryAfterMs: number | null;

  constructor(
    readonly provider: string,
    reason: string,
    { undecided = false, notAsked = false, retryAfterMs, ...options }: UnavailableOptions = {},
  ) {
    super(`${provider}: ${reason}`, options);
    this.undecided = undecided;
    this.notAsked = notAsked;
    this.retryAfterMs = retryAfterMs ?? null;
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
