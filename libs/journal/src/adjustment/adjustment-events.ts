import { upcastOf, type EventShape } from '#event-shapes';
import { Money, type MoneyJson } from '#money';
import type { Instant } from '#payments';

/** One line as it is stored; a debit is positive. */
export type StoredLine = { readonly account: string; readonly amount: MoneyJson };

/** What a person wants in the books beside what events of payments put there. */
export type ManualAdjustment = {
  readonly adjustmentId: string;
  /** The day in the books; when it is recorded is kept beside it. */
  readonly effectiveAt: Instant;
  readonly reason: string;
  /** What it is about, as `exception:…` of the reconciliation; null for nothing in particular. */
  readonly about: string | null;
  readonly paymentId: string | null;
  readonly lines: readonly StoredLine[];
};

/** A change of the books that waits for a second person. */
type Proposed = { readonly proposedBy: string; readonly proposedAt: Instant };

/** A change of the books; null where its amounts need no second person. */
type Booked = {
  readonly proposedBy: string;
  readonly approvedBy: string | null;
  readonly bookedAt: Instant;
};

export type JournalAdjustmentProposed = EventShape<
  'JournalAdjustmentProposed',
  ManualAdjustment & Proposed
>;

/** From here on the journal has its lines. */
export type JournalAdjustmentBooked = EventShape<
  'JournalAdjustmentBooked',
  ManualAdjustment & Booked
>;

export type JournalReversalProposed = EventShape<
  'JournalReversalProposed',
  ManualAdjustment & Proposed
>;

/** The journal has the lines of an adjustment the other way round; its first lines stay. */
export type JournalAdjustmentReversed = EventShape<
  'JournalAdjustmentReversed',
  ManualAdjustment & Booked
>;

/** What waited is not booked: an adjustment, or its reversal. */
export type JournalProposalWithdrawn = EventShape<
  'JournalProposalWithdrawn',
  { adjustmentId: string; note: string; withdrawnBy: string; withdrawnAt: Instant }
>;

/** Every event of a `journal-adjustment-…` stream. */
export type AdjustmentEvent =
  | JournalAdjustmentProposed
  | JournalAdjustmentBooked
  | JournalReversalProposed
  | JournalAdjustmentReversed
  | JournalProposalWithdrawn;

export const ADJUSTMENT_STREAM_PREFIX = 'journal-adjustment-';

export function adjustmentStream(adjustmentId: string): string {
  return `${ADJUSTMENT_STREAM_PREFIX}${adjustmentId}`;
}

/** @throws UnknownEvent for a type that is not an adjustment's. */
export const upcastAdjustment = upcastOf<AdjustmentEvent>('journal adjustment', {
  JournalAdjustmentProposed: { personal: { proposedBy: 'staff', reason: 'unsealed' } },
  JournalAdjustmentBooked: {
    personal: { proposedBy: 'staff', approvedBy: 'staff', reason: 'unsealed' },
  },
  JournalReversalProposed: { personal: { proposedBy: 'staff', reason: 'unsealed' } },
  JournalAdjustmentReversed: {
    personal: { proposedBy: 'staff', approvedBy: 'staff', reason: 'unsealed' },
  },
  JournalProposalWithdrawn: { personal: { withdrawnBy: 'staff', note: 'unsealed' } },
});

/** The lines the other way round. */
export function reversed(lines: readonly StoredLine[]): StoredLine[] {
  return lines.map(({ account, amount }) => ({
    account,
    amount: Money.fromJSON(amount).negated().toJSON(),
  }));
}
