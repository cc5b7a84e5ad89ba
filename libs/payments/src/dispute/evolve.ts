import type { EventOf } from '../events.js';
import type { Dispute, Payment } from '../payment/payment.js';

type DisputeEvent = EventOf<
  | 'DisputeOpened'
  | 'DisputeAdvanced'
  | 'DisputeFundsWithdrawn'
  | 'DisputeFundsReinstated'
  | 'DisputeWon'
  | 'DisputeLost'
  | 'DisputeClosed'
  | 'FraudReported'
  | 'ProviderReviewOpened'
  | 'ProviderReviewClosed'
>;

/** Folds what others say against the payment. */
export function evolveDispute(payment: Payment, event: DisputeEvent): Payment {
  switch (event.type) {
    case 'FraudReported': {
      const fraudReports = new Set(payment.fraudReports).add(event.data.reportId);
      return { ...payment, fraudReports };
    }
    case 'ProviderReviewOpened':
    case 'ProviderReviewClosed': {
      const state = event.type === 'ProviderReviewOpened' ? 'open' : 'closed';
      const reviews = new Map(payment.providerReviews).set(event.data.reviewId, state);
      return { ...payment, providerReviews: reviews };
    }
    case 'DisputeOpened': {
      const { captureId, amount, reason, stage, dueBy } = event.data;
      const facts = { captureId, amount, reason, stage, dueBy };
      return withDispute(payment, event.data.disputeId, {
        ...facts,
        status: 'open',
        closedAt: null,
        movements: [],
      });
    }
    default:
      return evolveKnown(payment, event);
  }
}

function evolveKnown(
  payment: Payment,
  event: Exclude<
    DisputeEvent,
    EventOf<'FraudReported' | 'ProviderReviewOpened' | 'ProviderReviewClosed' | 'DisputeOpened'>
  >,
): Payment {
  const { disputeId } = event.data;
  const known = payment.disputes.get(disputeId);
  if (!known) return payment;
  switch (event.type) {
    case 'DisputeAdvanced': {
      const { stage, dueBy } = event.data;
      return withDispute(payment, disputeId, { ...known, stage, dueBy });
    }
    case 'DisputeFundsWithdrawn':
    case 'DisputeFundsReinstated': {
      const { movementReference: reference, amount } = event.data;
      const taken = event.type === 'DisputeFundsWithdrawn' ? amount : amount.negated();
      const movements = [...known.movements, { reference, taken }];
      return withDispute(payment, disputeId, { ...known, movements });
    }
    default: {
      const { closedAt } = event.data;
      const status = CLOSED[event.type];
      return withDispute(payment, disputeId, { ...known, status, closedAt, dueBy: null });
    }
  }
}

const CLOSED = { DisputeWon: 'won', DisputeLost: 'lost', DisputeClosed: 'closed' } as const;

function withDispute(payment: Payment, disputeId: string, dispute: Dispute): Payment {
  return { ...payment, disputes: new Map(payment.disputes).set(disputeId, dispute) };
}
