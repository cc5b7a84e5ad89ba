import type { Money } from '#money';
import type { Operation } from '#provider-port';
import type { PaymentRerouted, Routing } from './routing/events.js';
import type {
  Attempt,
  EventShape,
  Instant,
  PaymentMethod,
  ProviderName,
} from './payment/vocabulary.js';
import type {
  DisputeAdvanced,
  DisputeClosed,
  DisputeFundsReinstated,
  DisputeFundsWithdrawn,
  DisputeLost,
  DisputeOpened,
  DisputeWon,
  FraudReported,
  ProviderReviewClosed,
  ProviderReviewOpened,
} from './dispute/events.js';
import type { ContradictionFound, ContradictionSettled } from './contradiction/events.js';
import type {
  AuthorisationIncremented,
  CancellationFailed,
  CancellationPlanned,
  CancellationRequested,
  IncrementDeclined,
  IncrementRequested,
  PaymentCancelled,
  PaymentReauthorised,
  ReauthorisationFailed,
  ReauthorisationRequested,
} from './cancel/events.js';
import type {
  CaptureFailed,
  CaptureRequested,
  CaptureReversed,
  PaymentCaptured,
  PaymentRefunded,
  PaymentVoided,
  ProviderFeeRecorded,
  RefundFailed,
  RefundRequested,
  RefundReversed,
  VoidFailed,
  VoidRequested,
} from './capture/events.js';

/** How far a payment goes by itself once its risk allows it. */
export type Intent = 'initiate' | 'authorise' | 'capture';

/** What upstream knows of the card without knowing its number. */
export type CardTraits = {
  readonly fingerprint: string | null;
  readonly country: string | null;
};

export type PaymentInitiated = EventShape<
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
    /** When the payer acted, as the sender says. */
    occurredAt: Instant;
    initiatedAt: Instant;
    /** Set for a past payment: its sender may name any past time, and it counts at that time. */
    imported?: true;
    /** Absent in what was initiated before providers were chosen by a policy. */
    routing?: Routing;
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

/** A rule of the fraud policy that a payment met. */
export type RiskRule = {
  readonly ruleId: string;
  readonly verdict: Verdict;
  /** The rule's own sentence, as it was then; absent in what was recorded before rules gave it. */
  readonly reason?: string;
};

/** How a policy came to the verdict; absent where the model's thresholds alone decided. */
export type RiskJudgement = {
  /** By the model's own thresholds; null when nobody scored the payment in time. */
  readonly modelVerdict: Verdict | null;
  /** The rules it met, in their order. */
  readonly rules: readonly RiskRule[];
  /** Set when it would have been declined; training weighs such a payment by 1 / probability. */
  readonly randomApproval: { readonly probability: number } | null;
  /** Added to the cost of a review while people are scarce. */
  readonly reviewPriceEur: number;
  /** What a policy on trial says of it, which nobody acts on. */
  readonly trial: {
    readonly policy: string;
    readonly verdict: Verdict;
    /** The rules of the tried policy that the payment met; absent where it met none. */
    readonly ruleIds?: readonly string[];
  } | null;
};

export type RiskAssessed = EventShape<
  'RiskAssessed',
  Assessment & {
    paymentId: string;
    /** `inline` decided before authorisation; `late` re-scored a degraded one. */
    stage: 'inline' | 'late';
    /** Version of the policy that turned score or degradation into the verdict. */
    policy: string;
    judgement?: RiskJudgement;
    assessedAt: Instant;
  }
>;

export type PaymentHeldForReview = EventShape<
  'PaymentHeldForReview',
  {
    paymentId: string;
    reason: 'score' | 'rule' | 'degraded';
    /** The rules that held it; absent where none did. */
    ruleIds?: readonly string[];
    heldAt: Instant;
  }
>;

type Review = { paymentId: string; analyst: string; note: string; decidedAt: Instant };
export type ReviewApproved = EventShape<'ReviewApproved', Review>;
export type ReviewRejected = EventShape<'ReviewRejected', Review>;

export type AuthorisationRequested = EventShape<
  'AuthorisationRequested',
  Attempt<'authorisationId'> & { amount: Money; requestedAt: Instant }
>;
export type PayerActionRequired = EventShape<
  'PayerActionRequired',
  Attempt<'authorisationId'> & {
    /** Where to send the payer. */
    url: string;
    /** The provider's object that waits: a PaymentIntent or a PayPal order. */
    orderReference: string;
    /** When the payment is cancelled unless the payer has acted; null: never. */
    deadline: Instant | null;
    requiredAt: Instant;
  }
>;
export type PayerActionCompleted = EventShape<
  'PayerActionCompleted',
  Attempt<'authorisationId'> & { completedAt: Instant }
>;
export type PaymentAuthorised = EventShape<
  'PaymentAuthorised',
  Attempt<'authorisationId'> & {
    amount: Money;
    /** The provider's id to capture or void: `pi_…`, or a PayPal authorisation id. */
    reference: string;
    expiresAt: Instant | null;
    authorisedAt: Instant;
  }
>;
export type AuthorisationDeclined = EventShape<
  'AuthorisationDeclined',
  Attempt<'authorisationId'> & {
    code: string;
    reason: string;
    /** Set when the provider takes no such payment at all; absent: it said no to this one. */
    unsupported?: true;
    declinedAt: Instant;
  }
>;
export type AuthorisationExpired = EventShape<
  'AuthorisationExpired',
  { paymentId: string; reference: string; expiredAt: Instant }
>;

/** The provider did not say what became of an operation; the resumer will find out. */
export type ProviderOutcomeUnknown = EventShape<
  'ProviderOutcomeUnknown',
  {
    paymentId: string;
    operation: Operation;
    operationId: string;
    reason: string;
    observedAt: Instant;
  }
>;

/** Nobody could find out for too long: a person has to look. */
export type OutcomeEscalated = EventShape<
  'OutcomeEscalated',
  {
    paymentId: string;
    operation: Operation;
    operationId: string;
    /** When it was promised. */
    since: Instant;
    escalatedAt: Instant;
  }
>;

/** Every event of a `payment-<id>` stream. */
export type PaymentEvent =
  | PaymentInitiated
  | PaymentRerouted
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
  | RefundReversed
  | CaptureReversed
  | IncrementRequested
  | AuthorisationIncremented
  | IncrementDeclined
  | ReauthorisationRequested
  | PaymentReauthorised
  | ReauthorisationFailed
  | CancellationPlanned
  | CancellationRequested
  | PaymentCancelled
  | CancellationFailed
  | DisputeOpened
  | DisputeAdvanced
  | DisputeFundsWithdrawn
  | DisputeFundsReinstated
  | DisputeWon
  | DisputeLost
  | DisputeClosed
  | FraudReported
  | ProviderReviewOpened
  | ProviderReviewClosed
  | ProviderOutcomeUnknown
  | OutcomeEscalated
  | ContradictionFound
  | ContradictionSettled;

export type PaymentEventType = PaymentEvent['type'];

/** The event of one type, as in `EventOf<'PaymentCaptured'>`. */
export type EventOf<Type extends PaymentEventType> = Extract<PaymentEvent, { type: Type }>;
