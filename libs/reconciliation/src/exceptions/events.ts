import type { EventShape } from '#event-shapes';
import type { Money } from '#money';
import type { Instant } from '#provider-port';

/** Why nothing more is to be done about an exception. */
export const RESOLUTION_REASONS = [
  'corrected-entry',
  'provider-error',
  'written-off',
  'timing',
  'duplicate',
  'manual-match',
] as const;

export type ResolutionReason = (typeof RESOLUTION_REASONS)[number];

/**
 * Where money that is written off stands in the journal. `bank-difference`: what the bank got
 * beyond a payout, which is on its way with the sign turned.
 */
export const WRITTEN_OFF_FROM = ['suspense', 'pending', 'in-transit', 'bank-difference'] as const;

export type Resolution = {
  readonly reason: ResolutionReason;
  readonly note: string;
  /** What is written off, or what a manual match is about; null for the other reasons. */
  readonly amount: Money | null;
  /** Of what is written off: the account of the provider that it leaves. */
  readonly from: (typeof WRITTEN_OFF_FROM)[number] | null;
  /** The exceptions whose items are its other side by a manual match. */
  readonly matchedWith: readonly string[];
};

/** Whose work it is. */
export type ExceptionAssigned = EventShape<
  'ExceptionAssigned',
  { exceptionId: string; assignee: string; assignedBy: string; assignedAt: Instant }
>;

export type ExceptionInvestigated = EventShape<
  'ExceptionInvestigated',
  { exceptionId: string; investigatedBy: string; investigatedAt: Instant }
>;

export type ExceptionNoted = EventShape<
  'ExceptionNoted',
  { exceptionId: string; note: string; notedBy: string; notedAt: Instant }
>;

/** A file that shows something; the event holds it whole, so that the audit tree covers it. */
export type ExceptionEvidenceAdded = EventShape<
  'ExceptionEvidenceAdded',
  {
    exceptionId: string;
    name: string;
    mediaType: string;
    /** SHA-256 of the content, in hex. */
    contentHash: string;
    contentBase64: string;
    addedBy: string;
    addedAt: Instant;
  }
>;

export type ExceptionEscalated = EventShape<
  'ExceptionEscalated',
  {
    exceptionId: string;
    reason: 'person' | 'overdue';
    note: string;
    escalatedBy: string;
    escalatedAt: Instant;
  }
>;

/** Above a limit, another person has to agree. */
export type ExceptionResolutionProposed = EventShape<
  'ExceptionResolutionProposed',
  { exceptionId: string; resolution: Resolution; proposedBy: string; proposedAt: Instant }
>;

export type ExceptionResolutionRefused = EventShape<
  'ExceptionResolutionRefused',
  { exceptionId: string; note: string; refusedBy: string; refusedAt: Instant }
>;

/** Nothing more is to be done; what is written off is booked by this. */
export type ExceptionResolved = EventShape<
  'ExceptionResolved',
  {
    exceptionId: string;
    resolution: Resolution;
    resolvedBy: string;
    /** Null below the limit. */
    approvedBy: string | null;
    resolvedAt: Instant;
  }
>;

/** Takes a resolution back: a manual match is undone, a write-off is booked back. */
export type ExceptionReopened = EventShape<
  'ExceptionReopened',
  {
    exceptionId: string;
    /** What no longer holds. */
    resolution: Resolution;
    note: string;
    reopenedBy: string;
    reopenedAt: Instant;
  }
>;

/** Every event of an `exception-<id>` stream: what people made of it. What it is, the books say. */
export type ExceptionEvent =
  | ExceptionAssigned
  | ExceptionInvestigated
  | ExceptionNoted
  | ExceptionEvidenceAdded
  | ExceptionEscalated
  | ExceptionResolutionProposed
  | ExceptionResolutionRefused
  | ExceptionResolved
  | ExceptionReopened;

export type ExceptionEventType = ExceptionEvent['type'];
