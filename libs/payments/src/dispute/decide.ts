import { DISPUTE_STAGES, type FactData } from '#provider-port';
import { captureOf, initiatedOf } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
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
} from './events.js';

/**
 * A dispute exists, and has come at least this far; an older stage changes nothing.
 *
 * @throws MissingPredecessor while no capture has its reference.
 */
export function recordDispute(
  fact: FactData<'dispute-seen'>,
  payment: Payment,
): (DisputeOpened | DisputeAdvanced)[] {
  const { paymentId } = initiatedOf(payment);
  const { disputeReference: disputeId, amount, reason, stage, dueBy, openedAt, at } = fact;
  const known = payment.disputes.get(disputeId);
  if (known) {
    if (DISPUTE_STAGES.indexOf(stage) <= DISPUTE_STAGES.indexOf(known.stage)) return [];
    const data = { paymentId, disputeId, stage, dueBy, advancedAt: at };
    return [{ type: 'DisputeAdvanced', data }];
  }
  const [captureId] = captureOf(fact.captureReference, payment);
  const facts = { captureId, amount, reason, stage, dueBy, openedAt };
  return [{ type: 'DisputeOpened', data: { paymentId, disputeId, ...facts } }];
}

/** Money moved because of a dispute; each movement counts once. */
export function recordDisputeMovement(
  fact: FactData<'dispute-moved-money'>,
  payment: Payment,
): (DisputeOpened | DisputeAdvanced | DisputeFundsWithdrawn | DisputeFundsReinstated)[] {
  const { paymentId } = initiatedOf(payment);
  const {
    disputeReference: disputeId,
    movementReference,
    direction,
    moved: amount,
    fee,
    at,
  } = fact;
  const known = payment.disputes.get(disputeId)?.movements ?? [];
  if (known.some(({ reference }) => reference === movementReference)) return [];
  const data = { paymentId, disputeId, movementReference, amount, fee };
  const movement: DisputeFundsWithdrawn | DisputeFundsReinstated =
    direction === 'withdrawn'
      ? { type: 'DisputeFundsWithdrawn', data: { ...data, withdrawnAt: at } }
      : { type: 'DisputeFundsReinstated', data: { ...data, reinstatedAt: at } };
  return [...recordDispute(fact, payment), movement];
}

const CLOSINGS = { won: 'DisputeWon', lost: 'DisputeLost', closed: 'DisputeClosed' } as const;

/** A dispute ended. It may end again after an appeal; the later end counts. */
export function recordDisputeEnd(
  fact: FactData<'dispute-closed'>,
  payment: Payment,
): (DisputeOpened | DisputeAdvanced | DisputeWon | DisputeLost | DisputeClosed)[] {
  const { paymentId } = initiatedOf(payment);
  const { disputeReference: disputeId, outcome, at } = fact;
  const known = payment.disputes.get(disputeId);
  const closedAt = known?.closedAt ?? null;
  if (known?.status === outcome || (closedAt !== null && at <= closedAt)) return [];
  const type = CLOSINGS[outcome];
  return [...recordDispute(fact, payment), { type, data: { paymentId, disputeId, closedAt: at } }];
}

/**
 * A network or issuer calls the payment fraud: what was captured, or what is only held.
 *
 * @throws MissingPredecessor while neither is recorded.
 */
export function recordFraudReport(
  fact: FactData<'fraud-reported'>,
  payment: Payment,
): FraudReported[] {
  const { paymentId } = initiatedOf(payment);
  const { reportReference: reportId, captureReference, fraudType, actionable, at } = fact;
  if (payment.fraudReports.has(reportId)) return [];
  const isOfHold =
    payment.captures.size === 0 && (payment.authorisation?.reference ?? null) !== null;
  const captureId = isOfHold ? null : captureOf(captureReference, payment)[0];
  const data = { paymentId, reportId, captureId, fraudType, actionable, reportedAt: at };
  return [{ type: 'FraudReported', data }];
}

/** The provider began or ended a review of its own; its end may be told first. */
export function recordProviderReview(
  fact: Omit<FactData<'review-opened'>, 'orderReference'> & { readonly state: 'open' | 'closed' },
  payment: Payment,
): (ProviderReviewOpened | ProviderReviewClosed)[] {
  const { paymentId } = initiatedOf(payment);
  const { reviewReference: reviewId, state, reason, at } = fact;
  const known = payment.providerReviews.get(reviewId);
  if (known === state || known === 'closed') return [];
  const data = { paymentId, reviewId, reason };
  return state === 'open'
    ? [{ type: 'ProviderReviewOpened', data: { ...data, openedAt: at } }]
    : [{ type: 'ProviderReviewClosed', data: { ...data, closedAt: at } }];
}
