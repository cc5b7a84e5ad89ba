import type { Money } from '#money';
import type { Instant } from './instant.js';
import type { RefusalCodes } from './operation.js';

type Fact<Kind extends string, Data> = {
  readonly kind: Kind;
  /** From the provider's metadata or custom id; null when the object was not made by us. */
  readonly paymentId: string | null;
  readonly at: Instant;
} & Readonly<Data>;

/** How far a dispute has gone, in this order; an inquiry moves no money yet. */
export const DISPUTE_STAGES = ['inquiry', 'chargeback', 'pre-arbitration', 'arbitration'] as const;

export type DisputeStage = (typeof DISPUTE_STAGES)[number];

/** Every fact about a dispute tells the whole of it, so that none needs another before it. */
export type DisputeFacts = {
  /** The provider's id of the dispute. */
  readonly disputeReference: string;
  /** Reference of the capture or charge that is disputed. */
  readonly captureReference: string;
  readonly amount: Money;
  /** The provider's own word, as in `fraudulent` or `UNAUTHORISED`. */
  readonly reason: string;
  readonly stage: DisputeStage;
  /** Until when evidence is taken; null when none is asked for. */
  readonly dueBy: Instant | null;
  readonly openedAt: Instant;
};

/** How far money is on its way from the provider to our bank, in this order. */
export const PAYOUT_STATUSES = ['pending', 'in-transit', 'paid', 'failed', 'cancelled'] as const;

export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

/** What a provider tells, in our words. Facts may come late, early, twice or uncommanded. */
export type ProviderFact =
  | Fact<'payer-action-completed', { orderReference: string }>
  /** The payer's approval is undone, or can no longer come. */
  | Fact<'payer-action-abandoned', { orderReference: string; reason: string }>
  | Fact<
      'authorised',
      {
        authorisationId: string | null;
        reference: string;
        amount: Money;
        expiresAt: Instant | null;
      }
    >
  | Fact<
      'authorisation-declined',
      { authorisationId: string | null; code: string; reason: string; codes?: RefusalCodes }
    >
  /** The hold stands at a new total; commanded by us (id known) or at the provider. */
  | Fact<
      'authorisation-changed',
      { operationId: string | null; reference: string; amount: Money; expiresAt: Instant | null }
    >
  | Fact<
      'captured',
      {
        captureId: string | null;
        authorisationReference: string;
        reference: string;
        amount: Money;
        fee: Money | null;
        /**
         * All that was captured on this reference, our own captures included, where the provider
         * tells only that; null where each capture has a reference of its own.
         */
        total: Money | null;
      }
    >
  /** Took nothing after all: the capture was pending and came to nothing. */
  | Fact<
      'capture-failed',
      {
        captureId: string | null;
        reference: string;
        code: string;
        reason: string;
        codes?: RefusalCodes;
      }
    >
  /** The provider took the captured money back by itself, as for a bank return. */
  | Fact<'capture-reversed', { captureReference: string; reference: string; amount: Money }>
  /** The fee of one capture, told after it. Null: known at the provider, look it up. */
  | Fact<'fee-known', { captureId: string | null; captureReference: string; fee: Money | null }>
  | Fact<'voided', { reference: string; expired: boolean }>
  | Fact<
      'refunded',
      {
        refundId: string | null;
        captureReference: string;
        reference: string;
        amount: Money;
        /** Negative where the provider gives a fee back; null or absent when not told with it. */
        fee?: Money | null;
      }
    >
  /** Also after it succeeded: the money is ours again. */
  | Fact<
      'refund-failed',
      {
        refundId: string | null;
        captureReference: string | null;
        reference: string;
        amount: Money;
        code: string;
      }
    >
  | Fact<'dispute-seen', DisputeFacts>
  | Fact<
      'dispute-moved-money',
      DisputeFacts & {
        /** The provider's id of this movement; unique per dispute. */
        movementReference: string;
        direction: 'withdrawn' | 'reinstated';
        moved: Money;
        /** What the provider charged with it; zero when nothing. */
        fee: Money;
      }
    >
  | Fact<'dispute-closed', DisputeFacts & { outcome: 'won' | 'lost' | 'closed' }>
  /** A network or issuer calls the payment fraud; no money moves. */
  | Fact<
      'fraud-reported',
      {
        reportReference: string;
        captureReference: string;
        fraudType: string;
        /** Whether a refund still helps. */
        actionable: boolean;
      }
    >
  /** The provider's own review: capture and fulfilment wait for its end. */
  | Fact<'review-opened', { reviewReference: string; orderReference: string; reason: string }>
  | Fact<'review-closed', { reviewReference: string; orderReference: string; reason: string }>
  /** Money on its way from the provider to our bank; belongs to no payment. */
  | Fact<
      'payout',
      {
        payoutReference: string;
        amount: Money;
        status: PayoutStatus;
        arrivesAt: Instant | null;
      }
    >;

export type FactKind = ProviderFact['kind'];

export type FactOf<Kind extends FactKind> = Extract<ProviderFact, { readonly kind: Kind }>;

/** What a fact says beside what it is and whose: all that a decision about one payment needs. */
export type FactData<Kind extends FactKind> = Omit<FactOf<Kind>, 'kind' | 'paymentId'>;

/** Kinds of facts about payments; a payout belongs to none. */
export type PaymentFactKind = Exclude<FactKind, 'payout'>;

export type PaymentFact = FactOf<PaymentFactKind>;
