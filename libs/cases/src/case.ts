import {
  endedAtBy,
  type EventOf,
  type Instant,
  type PaymentEvent,
  type RejectionReason,
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
  /** By when it is to be decided. */
  readonly dueAt: Instant | null;
  /** Null unless the case is closed. */
  readonly decision: Decision | null;
  /** When the payment ended undecided; it may be held only after that. */
  readonly endedAt: Instant | null;
};

export const NO_CASE: Case = {
  status: 'none',
  reason: null,
  openedAt: null,
  dueAt: null,
  decision: null,
  endedAt: null,
};

export type Decision = {
  readonly outcome: 'approved' | 'rejected';
  readonly analyst: string;
  readonly note: string;
  /** Why it was rejected; absent where the analyst gave none. */
  readonly reason?: RejectionReason;
  readonly decidedAt: Instant;
  /** Null when the analyst chose to teach nothing. */
  readonly label: Label | null;
};

/** Cases that were opened before they had a time to be decided by. */
const DUE_MS_BEFORE = 24 * 60 * 60 * 1000;

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
      return { ...known, status, reason, openedAt, dueAt: event.data.dueAt ?? dueOf(openedAt) };
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
  const reason = event.type === 'ReviewRejected' ? event.data.reason : undefined;
  const label = labelOf(event);
  const decision = { outcome, analyst, note, ...(reason && { reason }), decidedAt, label } as const;
  return { ...known, status: 'closed', decision };
}

function ended(known: Case, endedAt: Instant | null): Case {
  if (endedAt === null || known.endedAt !== null || known.status === 'closed') return known;
  return { ...known, endedAt, status: known.status === 'open' ? 'ended' : known.status };
}

function dueOf(openedAt: Instant): Instant {
  return new Date(Date.parse(openedAt) + DUE_MS_BEFORE).toISOString();
}
