import type { Money } from '#money';

/** ISO 8601 in UTC, as in `2026-11-21T03:52:06.120Z`. */
export type Instant = string;

export type ProviderName = 'stripe' | 'paypal';

/** How far a payment goes by itself once its risk allows it. */
export type Intent = 'initiate' | 'authorise' | 'capture';

/** What the payer pays with: a provider's token or a PayPal account. Never a card number. */
export type PaymentMethod =
  { readonly kind: 'card'; readonly token: string } | { readonly kind: 'paypal' };

/** What upstream knows of the card without knowing its number. */
export type CardTraits = {
  readonly fingerprint: string | null;
  readonly country: string | null;
};

type E<Type extends string, Data> = { readonly type: Type; readonly data: Readonly<Data> };

/** Identifies one attempt at one operation; also the provider's idempotency key. */
type Attempt<Id extends string> = { paymentId: string } & Record<Id, string>;

export type PaymentInitiated = E<
  'PaymentInitiated',
  {
    paymentId: string;
    orderId: string;
    merchantId: string;
    customerId: string;
    amount: Money;
    provider: ProviderName;
    method: PaymentMethod;
    intent: Intent;
    card: CardTraits | null;
    deviceId: string | null;
    /** ISO 3166-1 alpha-2 of the payer's network address and of the delivery address. */
    ipCountry: string | null;
    shippingCountry: string | null;
    metadata: Readonly<Record<string, string>>;
    /** When the payer acted; features are folded along this time. */
    occurredAt: Instant;
    initiatedAt: Instant;
  }
>;

export type Verdict = 'approve' | 'review' | 'decline';

/** Why nothing scored the payment in time; null when the model did. */
export type Degraded = 'timeout' | 'unavailable' | 'error' | 'switched-off' | null;

export type RiskReason = {
  readonly feature: string;
  readonly value: number;
  /** Share of the score that this feature explains, in logits; positive means riskier. */
  readonly weight: number;
};

/** One scoring of a payment: everything needed to recompute it bit for bit. */
export type Assessment = {
  readonly assessmentId: string;
  /** 0 to 1; null when degraded. */
  readonly score: number | null;
  readonly verdict: Verdict;
  readonly reasons: readonly RiskReason[];
  readonly modelVersion: string | null;
  readonly modelHash: string | null;
  readonly features: readonly number[] | null;
  readonly featuresHash: string | null;
  /** Store position up to which earlier payments were folded into the features. */
  readonly featuresPosition: string | null;
  readonly latencyMs: number;
  readonly degraded: Degraded;
};

export type RiskAssessed = E<
  'RiskAssessed',
  Assessment & {
    paymentId: string;
    /** `inline` decided before authorisation; `late` re-scored a degraded one. */
    stage: 'inline' | 'late';
    /** Version of the policy that turned score or degradation into the verdict. */
    policy: string;
    assessedAt: Instant;
  }
>;

export type PaymentHeldForReview = E<
  'PaymentHeldForReview',
  { paymentId: string; reason: 'score' | 'degraded'; heldAt: Instant }
>;

type Review = { paymentId: string; analyst: string; note: string; decidedAt: Instant };
export type ReviewApproved = E<'ReviewApproved', Review>;
export type ReviewRejected = E<'ReviewRejected', Review>;

export type AuthorisationRequested = E<
  'AuthorisationRequested',
  Attempt<'authorisationId'> & { amount: Money; requestedAt: Instant }
>;
export type PayerActionRequired = E<
  'PayerActionRequired',
  Attempt<'authorisationId'> & {
    /** Where to send the payer. */
    url: string;
    /** The provider's object that waits: a PaymentIntent or a PayPal order. */
    orderReference: string;
    requiredAt: Instant;
  }
>;
export type PayerActionCompleted = E<
  'PayerActionCompleted',
  Attempt<'authorisationId'> & { completedAt: Instant }
>;
export type PaymentAuthorised = E<
  'PaymentAuthorised',
  Attempt<'authorisationId'> & {
    amount: Money;
    /** The provider's id to capture or void: `pi_…`, or a PayPal authorisation id. */
    reference: string;
    expiresAt: Instant | null;
    authorisedAt: Instant;
  }
>;
export type AuthorisationDeclined = E<
  'AuthorisationDeclined',
  Attempt<'authorisationId'> & { code: string; reason: string; declinedAt: Instant }
>;
export type AuthorisationExpired = E<
  'AuthorisationExpired',
  { paymentId: string; reference: string; expiredAt: Instant }
>;

export type CaptureRequested = E<
  'CaptureRequested',
  Attempt<'captureId'> & {
    amount: Money;
    /** True when the rest of the authorisation is given up with this capture. */
    final: boolean;
    requestedAt: Instant;
  }
>;
export type PaymentCaptured = E<
  'PaymentCaptured',
  Attempt<'captureId'> & {
    amount: Money;
    final: boolean;
    /** The provider's id to refund: `ch_…`, or a PayPal capture id. */
    reference: string;
    capturedAt: Instant;
  }
>;
export type CaptureFailed = E<
  'CaptureFailed',
  Attempt<'captureId'> & { amount: Money; code: string; reason: string; failedAt: Instant }
>;
/** The provider's fee of one capture; arrives with it or later. */
export type ProviderFeeRecorded = E<
  'ProviderFeeRecorded',
  Attempt<'captureId'> & { fee: Money; recordedAt: Instant }
>;

export type VoidRequested = E<'VoidRequested', Attempt<'voidId'> & { requestedAt: Instant }>;
export type PaymentVoided = E<
  'PaymentVoided',
  Attempt<'voidId'> & { amount: Money; voidedAt: Instant }
>;
export type VoidFailed = E<
  'VoidFailed',
  Attempt<'voidId'> & { code: string; reason: string; failedAt: Instant }
>;

export type RefundRequested = E<
  'RefundRequested',
  Attempt<'refundId'> & { captureId: string; amount: Money; reason: string; requestedAt: Instant }
>;
export type PaymentRefunded = E<
  'PaymentRefunded',
  Attempt<'refundId'> & {
    captureId: string;
    amount: Money;
    reference: string;
    refundedAt: Instant;
  }
>;
export type RefundFailed = E<
  'RefundFailed',
  Attempt<'refundId'> & { amount: Money; code: string; reason: string; failedAt: Instant }
>;

export type Operation = 'authorise' | 'capture' | 'void' | 'refund';

/** The provider did not say what became of an operation; the resumer will find out. */
export type ProviderOutcomeUnknown = E<
  'ProviderOutcomeUnknown',
  {
    paymentId: string;
    operation: Operation;
    operationId: string;
    reason: string;
    observedAt: Instant;
  }
>;

/** Every event of a `payment-<id>` stream. */
export type PaymentEvent =
  | PaymentInitiated
  | RiskAssessed
  | PaymentHeldForReview
  | ReviewApproved
  | ReviewRejected
  | AuthorisationRequested
  | PayerActionRequired
  | PayerActionCompleted
  | PaymentAuthorised
  | AuthorisationDeclined
  | AuthorisationExpired
  | CaptureRequested
  | PaymentCaptured
  | CaptureFailed
  | ProviderFeeRecorded
  | VoidRequested
  | PaymentVoided
  | VoidFailed
  | RefundRequested
  | PaymentRefunded
  | RefundFailed
  | ProviderOutcomeUnknown;

export type PaymentEventType = PaymentEvent['type'];

/** The event of one type, as in `EventOf<'PaymentCaptured'>`. */
export type EventOf<Type extends PaymentEventType> = Extract<PaymentEvent, { type: Type }>;
