import {
  endedAtBy,
  type EventOf,
  type Instant,
  type PaymentEvent,
  type ReviewApproved,
  type ReviewRejected,
} from '#payments';
import { labelOf, type Label } from './label.js';

/** A payment and, once it was held, its review. There is at most one per payment. */
export type Case = {
  /** `none`: never held. `ended`: the payment ended before it was decided. */
  readonly status: 'none' | 'open' | 'closed' | 'ended';
  readonly reason: EventOf<'PaymentHeldForReview'>['data']['reason'] | null;
  readonly openedAt: Instant | null;
  /** Null unless the case is closed. */
  readonly decision: Decision | null;
  /** When the payment ended undecided; it may be held only after that. */
  readonly endedAt: Instant | null;
};

export const NO_CASE: Case = {
  status: 'none',
  reason: null,
  openedAt: null,
  decision: null,
  endedAt: null,
};

export type Decision = {
  readonly outcome: 'approved' | 'rejected';
  readonly analyst: string;
  readonly note: string;
  readonly decidedAt: Instant;
  readonly label: Label;
};

/**
 * Folds one payment event. A case follows its payment to its end: what was decided after that
 * changed nothing, and teaches nothing.
 */
export function evolveCase(known: Case, event: PaymentEvent): Case {
  switch (event.type) {
    case 'PaymentHeldForReview': {
      if (known.status !== 'none') return known;
      const { reason, heldAt: openedAt } = event.data;
      const status = known.endedAt === null ? 'open' : 'ended';
      return { ...known, status, reason, openedAt };
    }
    case 'ReviewApproved':
    case 'ReviewRejected':
      return known.status === 'open' ? decided(known, event) : known;
    default:
      return ended(known, endedAtBy(event));
  }
}

function decided(known: Case, event: ReviewApproved | ReviewRejected): Case {
  const { analyst, note, decidedAt } = event.data;
  const outcome = event.type === 'ReviewApproved' ? 'approved' : 'rejected';
  const decision: Decision = { outcome, analyst, note, decidedAt, label: labelOf(event) };
  return { ...known, status: 'closed', decision };
}

function ended(known: Case, endedAt: Instant | null): Case {
  if (endedAt === null || known.endedAt !== null || known.status === 'closed') return known;
  return { ...known, endedAt, status: known.status === 'open' ? 'ended' : known.status };
}
