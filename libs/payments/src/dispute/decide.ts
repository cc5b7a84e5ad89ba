import type { Money } from '#money';
import type {
  DisputeAdvanced,
  DisputeClosed,
  DisputeFundsReinstated,
  DisputeFundsWithdrawn,
  DisputeLost,
  DisputeOpened,
  DisputeStage,
  DisputeWon,
  FraudReported,
  ProviderReviewClosed,
  ProviderReviewOpened,
} from './events.js';
import type { Instant } from '../payment/vocabulary.js';
import { initiatedOf } from '../initiate/decide.js';
import { captureOf } from '../capture/fact.js';
import type { Payment } from '../payment/payment.js';

/** Every fact about a dispute tells the whole of it, so that none needs another before it. */
export type DisputeFact = {
  readonly disputeReference: string;
  readonly captureReference: string;
  readonly amount: Money;
  readonly reason: string;
  readonly stage: DisputeStage;
  readonly dueBy: Instant | null;
  readonly openedAt: Instant;
  readonly at: Instant;
};

/**
 * A dispute exists, and has come at least this far; an older stage changes nothing.
 *
 * @throws MissingPredecessor while no capture has its reference.
 */
export function recordDispute(
  fact: DisputeFact,
  payment: Payment,
): (DisputeOpened | DisputeAdvanced)[] {
  const { paymentId } = initiatedOf(payment);
  const { disputeReference: disputeId, amount, reason, stage, dueBy, openedAt, at } = fact;
  const known = payment.disputes.get(disputeId);
  if (known) {
    if (STAGES.indexOf(stage) <= STAGES.indexOf(known.stage)) return [];
    const data = { paymentId, disputeId, stage, dueBy, advancedAt: at };
    return [{ type: 'DisputeAdvanced', data }];
  }
  const [captureId] = captureOf(fact.captureReference, payment);
  const facts = { captureId, amount, reason, stage, dueBy, openedAt };
  return [{ type: 'DisputeOpened', data: { paymentId, disputeId, ...facts } }];
}

const STAGES: readonly DisputeStage[] = ['inquiry', 'chargeback', 'pre-arbitration', 'arbitration'];

/** Money moved because of a dispute; each movement counts once. */
export function recordDisputeMovement(
  fact: DisputeFact & {
    readonly movementReference: string;
    readonly direction: 'withdrawn' | 'reinstated';
    readonly moved: Money;
    readonly fee: Money;
  },
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
  fact: DisputeFact & { readonly outcome: keyof typeof CLOSINGS },
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
  fact: {
    readonly reportReference: string;
    readonly captureReference: string;
    readonly fraudType: string;
    readonly actionable: boolean;
    readonly at: Instant;
  },
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
  fact: {
    readonly reviewReference: string;
    readonly state: 'open' | 'closed';
    readonly reason: string;
    readonly at: Instant;
  },
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
