import type { EventOf, Instant, PaymentEvent } from '#payments';
import { labelOf, type Label } from './label.js';

/** A payment under review. There is at most one per payment. */
export type Case = {
  readonly paymentId: string;
  readonly status: 'open' | 'closed';
  readonly reason: EventOf<'PaymentHeldForReview'>['data']['reason'];
  readonly openedAt: Instant;
  /** Null while the case is open. */
  readonly decision: Decision | null;
};

export type Decision = {
  readonly outcome: 'approved' | 'rejected';
  readonly analyst: string;
  readonly note: string;
  readonly decidedAt: Instant;
  readonly label: Label;
};

/** Folds one payment event; null until the payment is held. */
export function evolveCase(known: Case | null, event: PaymentEvent): Case | null {
  if (event.type === 'PaymentHeldForReview') {
    const { paymentId, reason, heldAt } = event.data;
    return known ?? { paymentId, status: 'open', reason, openedAt: heldAt, decision: null };
  }
  if (event.type !== 'ReviewApproved' && event.type !== 'ReviewRejected') return known;
  const { analyst, note, decidedAt } = event.data;
  const outcome = event.type === 'ReviewApproved' ? 'approved' : 'rejected';
  const decision: Decision = { outcome, analyst, note, decidedAt, label: labelOf(event) };
  return known && { ...known, status: 'closed', decision };
}
