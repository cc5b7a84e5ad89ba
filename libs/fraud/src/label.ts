import {
  endedAtBy,
  ENDING_EVENTS,
  findingOf,
  type PaymentEvent,
  type PaymentEventType,
} from '#payments';

/** Everything that was said about one payment so far; plain JSON. */
export type LabelEvidence = {
  /** The last analyst's finding. */
  readonly review: 'fraud' | 'legitimate' | null;
  /** Whether it was held, and whether it ended before it was decided: no finding counts then. */
  readonly held?: 'open' | 'ended';
  /** A network or issuer called it fraud. */
  readonly reported: boolean;
  /** Disputes as fraud: those not ended in our favour, and those that were. */
  readonly disputes: readonly string[];
  readonly refuted: readonly string[];
};

export const NO_EVIDENCE: LabelEvidence = {
  review: null,
  reported: false,
  disputes: [],
  refuted: [],
};

/** The events that say whether a payment was fraud, or whether what is said of it counts. */
export const LABEL_EVENTS = [
  'PaymentHeldForReview',
  ...ENDING_EVENTS,
  'ReviewApproved',
  'ReviewRejected',
  'FraudReported',
  'DisputeOpened',
  'DisputeWon',
  'DisputeClosed',
] as const satisfies readonly PaymentEventType[];

/** Changes with the meaning of evidence: stored state of another version is void. */
export const LABEL_VERSION = 4;

/** Stripe and PayPal in their own words, as in `fraudulent` and `UNAUTHORISED`. */
const FRAUD_REASON = /^(fraudulent|unauthori[sz]ed)/i;

/**
 * What is known after an event; the same object when the event says nothing new. The event's own
 * recording is when it became known: nothing before may use it.
 */
export function evidenceAfter(evidence: LabelEvidence, event: PaymentEvent): LabelEvidence {
  switch (event.type) {
    case 'PaymentHeldForReview':
      return evidence.held ? evidence : { ...evidence, held: 'open' };
    case 'ReviewApproved':
    case 'ReviewRejected':
      return reviewed(evidence, findingOf(event));
    case 'FraudReported':
      return evidence.reported ? evidence : { ...evidence, reported: true };
    case 'DisputeOpened': {
      const { disputeId, reason } = event.data;
      if (!FRAUD_REASON.test(reason)) return evidence;
      return withDispute(evidence, disputeId);
    }
    case 'DisputeWon':
    case 'DisputeClosed':
      return withoutDispute(evidence, event.data.disputeId);
    default:
      return isUndecided(evidence) && endedAtBy(event) !== null
        ? { ...evidence, held: 'ended' }
        : evidence;
  }
}

function isUndecided({ held, review }: LabelEvidence): boolean {
  return held === 'open' && review === null;
}

/**
 * Whether it was fraud; null when it is not known. The payer's bank outweighs the analyst, who
 * decided before it spoke; a dispute we won or that came to nothing counts as if it had never been.
 */
export function isFraud({ review, reported, disputes, refuted }: LabelEvidence): boolean | null {
  if (reported || disputes.length > 0) return true;
  if (review !== null) return review === 'fraud';
  return refuted.length > 0 ? false : null;
}

/** @param review null from an analyst who chose to say nothing of it. */
function reviewed(evidence: LabelEvidence, review: LabelEvidence['review']): LabelEvidence {
  if (evidence.held === 'ended' || evidence.review === review) return evidence;
  return { ...evidence, review };
}

/** A dispute that has ended stays ended, also when it is reported again. */
function withDispute(evidence: LabelEvidence, disputeId: string): LabelEvidence {
  const { disputes, refuted } = evidence;
  if (disputes.includes(disputeId) || refuted.includes(disputeId)) return evidence;
  return { ...evidence, disputes: [...disputes, disputeId] };
}

function withoutDispute(evidence: LabelEvidence, disputeId: string): LabelEvidence {
  const { disputes, refuted } = evidence;
  // Only what was opened as fraud is here: winning about a late parcel says nothing about fraud.
  if (!disputes.includes(disputeId)) return evidence;
  return {
    ...evidence,
    disputes: disputes.filter((id) => id !== disputeId),
    refuted: [...refuted, disputeId],
  };
}
