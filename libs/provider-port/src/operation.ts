import type { Money } from '#money';
import type { Instant } from './instant.js';

type Requests = {
  readonly authorise: AuthoriseRequest;
  readonly capture: CaptureRequest;
  readonly void: VoidRequest;
  readonly refund: RefundRequest;
  readonly increment: IncrementRequest;
  readonly reauthorise: ReauthoriseRequest;
  readonly cancel: CancelRequest;
};

type Outcomes = {
  readonly authorise: AuthoriseOutcome;
  readonly capture: CaptureOutcome;
  readonly void: VoidOutcome;
  readonly refund: RefundOutcome;
  readonly increment: IncrementOutcome;
  readonly reauthorise: ReauthoriseOutcome;
  readonly cancel: CancelOutcome;
};

/** Each operation that holds or moves money. */
export type Operation = keyof Requests;

/** What the provider is asked. */
export type RequestOf<O extends Operation> = Requests[O];

/** What may come of it. */
export type OutcomeOf<O extends Operation> = Outcomes[O];

/** How one adapter does each operation over its connection. */
export type Performances<Account> = {
  readonly [O in Operation]: (account: Account, request: RequestOf<O>) => Promise<OutcomeOf<O>>;
};

/** What every request names. */
type PromisedRequest = {
  readonly paymentId: string;
  /**
   * When the promise was recorded. Providers forget idempotency keys (Stripe after 24 hours): an
   * older promise is read back before it is sent again.
   */
  readonly promisedAt: Instant;
};

/** What a provider says of a refusal beside its code, in codes of its own. */
export type RefusalCodes = {
  /** Of the answer, where the code is the issuer's or the processor's. */
  readonly error?: string;
  /** What the provider advises. */
  readonly advice?: string;
  /** The answer of the card's network or the processor. */
  readonly network?: string;
  /** What the card's network advises. */
  readonly networkAdvice?: string;
  /** Of the check of the address. */
  readonly avs?: string;
  /** Of the check of the card's security code. */
  readonly cvv?: string;
};

/** The provider said no. A fact to record, not an error. */
export type Refusal = {
  readonly status: 'refused';
  /** The provider's own code, as in `insufficient_funds`. */
  readonly code: string;
  readonly reason: string;
  /** Absent: it says no more. */
  readonly codes?: RefusalCodes;
  /** It takes no such payment from any payer; absent: it said no to this one. */
  readonly unsupported?: true;
  readonly at: Instant;
};

type AuthoriseRequest = PromisedRequest & {
  /** Idempotency key of the attempt at the provider. */
  readonly authorisationId: string;
  readonly amount: Money;
  /** The provider's token of the payer's card; null for a PayPal account. */
  readonly token: string | null;
  /** Set once the payer has acted: the provider's object that waited for it. */
  readonly orderReference: string | null;
  /** Where the provider sends the payer back to. */
  readonly returnUrl: string | null;
};

type AuthoriseOutcome =
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
  | Refusal;

type CaptureRequest = PromisedRequest & {
  readonly captureId: string;
  readonly amount: Money;
  /** Reference of the authorisation. */
  readonly reference: string;
  readonly final: boolean;
};

type CaptureOutcome =
  | {
      readonly status: 'captured';
      readonly reference: string;
      /** Null when the provider tells the fee later. */
      readonly fee: Money | null;
      readonly at: Instant;
    }
  | Refusal;

type VoidRequest = PromisedRequest & {
  readonly voidId: string;
  readonly reference: string;
  /** Whether something was captured, and only the rest is given up; absent: nothing was. */
  readonly rest?: boolean;
};

type VoidOutcome = { readonly status: 'voided'; readonly at: Instant } | Refusal;

type RefundRequest = PromisedRequest & {
  readonly refundId: string;
  readonly captureId: string;
  readonly amount: Money;
  /** Reference of the capture. */
  readonly reference: string;
};

type RefundOutcome =
  | {
      readonly status: 'refunded';
      readonly reference: string;
      /** Negative where the provider gives a fee back; null when it tells the fee later. */
      readonly fee: Money | null;
      readonly at: Instant;
    }
  | Refusal;

/** Raises what is held to a new total. */
type IncrementRequest = PromisedRequest & {
  readonly incrementId: string;
  /** The new total, not the difference. */
  readonly amount: Money;
  readonly reference: string;
};

type IncrementOutcome =
  | {
      readonly status: 'incremented';
      readonly expiresAt: Instant | null;
      readonly at: Instant;
    }
  | Refusal;

/** Holds the money again, under a new reference, after the first honour period. */
type ReauthoriseRequest = PromisedRequest & {
  readonly reauthorisationId: string;
  readonly amount: Money;
  readonly reference: string;
};

type ReauthoriseOutcome =
  | {
      readonly status: 'reauthorised';
      readonly reference: string;
      readonly expiresAt: Instant | null;
      readonly at: Instant;
    }
  | Refusal;

/** Gives up an authorisation that still waits for the payer. */
type CancelRequest = PromisedRequest & {
  readonly cancellationId: string;
  readonly orderReference: string;
};

/**
 * `cancelled`: nothing is held, and nothing will be. `refused`: too late, the payer was faster; the
 * caller looks up what there is now.
 */
type CancelOutcome = { readonly status: 'cancelled'; readonly at: Instant } | Refusal;

/** Operations that not every provider has. */
const OPTIONAL_OPERATIONS = ['increment', 'reauthorise'] as const satisfies readonly Operation[];

export type OptionalOperation = (typeof OPTIONAL_OPERATIONS)[number];

export function isOptional(operation: string): operation is OptionalOperation {
  return OPTIONAL_OPERATIONS.some((optional) => optional === operation);
}

/** What an amount is meant for: a minimum holds for charges, not for what is given back. */
export type MovedBy = 'authorise' | 'capture' | 'refund';
