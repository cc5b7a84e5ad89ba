import type { Dispute, Payment } from '../payment/payment.js';
import type {
  DisputeAdvanced,
  DisputeClosed,
  DisputeFundsReinstated,
  DisputeFundsWithdrawn,
  DisputeOpened,
  FraudReported,
  ProviderReviewClosed,
  ProviderReviewOpened,
} from './events.js';

export function opened(
  payment: Payment,
  { disputeId, captureId, amount, reason, stage, dueBy, openedAt }: DisputeOpened['data'],
): Payment {
  const open = { status: 'open', closedAt: null, movements: [] } as const;
  const dispute = { captureId, amount, reason, stage, dueBy, openedAt, ...open };
  return { ...payment, disputes: new Map(payment.disputes).set(disputeId, dispute) };
}

export function advanced(
  payment: Payment,
  { disputeId, stage, dueBy }: DisputeAdvanced['data'],
): Payment {
  return withChange(payment, disputeId, () => ({ stage, dueBy }));
}

export function withdrawn(
  payment: Payment,
  { disputeId, movementReference: reference, amount: taken }: DisputeFundsWithdrawn['data'],
): Payment {
  return withChange(payment, disputeId, ({ movements }) => ({
    movements: [...movements, { reference, taken }],
  }));
}

export function reinstated(
  payment: Payment,
  { disputeId, movementReference: reference, amount }: DisputeFundsReinstated['data'],
): Payment {
  return withChange(payment, disputeId, ({ movements }) => ({
    movements: [...movements, { reference, taken: amount.negated() }],
  }));
}

/** The fold of an end: it may follow on another one after an appeal. */
export function ended(status: 'won' | 'lost' | 'closed') {
  return (payment: Payment, { disputeId, closedAt }: DisputeClosed['data']): Payment =>
    withChange(payment, disputeId, () => ({ status, closedAt, dueBy: null }));
}

export function fraudReported(payment: Payment, { reportId }: FraudReported['data']): Payment {
  return { ...payment, fraudReports: new Set(payment.fraudReports).add(reportId) };
}

export function reviewOpened(
  payment: Payment,
  { reviewId }: ProviderReviewOpened['data'],
): Payment {
  return { ...payment, providerReviews: new Map(payment.providerReviews).set(reviewId, 'open') };
}

export function reviewClosed(
  payment: Payment,
  { reviewId }: ProviderReviewClosed['data'],
): Payment {
  return { ...payment, providerReviews: new Map(payment.providerReviews).set(reviewId, 'closed') };
}

function withChange(
  payment: Payment,
  disputeId: string,
  changeOf: (known: Dispute) => Partial<Dispute>,
): Payment {
  const known = payment.disputes.get(disputeId);
  if (!known) return payment;
  const dispute = { ...known, ...changeOf(known) };
  return { ...payment, disputes: new Map(payment.disputes).set(disputeId, dispute) };
}
