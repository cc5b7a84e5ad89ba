import { evolveHold } from './authorise/evolve.js';
import { evolveMoney } from './capture/evolve.js';
import { evolveContradiction } from './contradiction/decide.js';
import { evolveDispute } from './dispute/evolve.js';
import type { PaymentEvent } from './events.js';
import type { Payment } from './payment/payment.js';
import { evolveRoute } from './routing/decide.js';

/** Folds one event; events of one payment, in stream order. */
export function evolve(payment: Payment, event: PaymentEvent): Payment {
  switch (event.type) {
    case 'PaymentInitiated':
      return { ...payment, initiated: event.data };
    case 'PaymentRerouted':
      return evolveRoute(payment, event);
    case 'RiskAssessed':
      return payment.risk ? { ...payment, lateRisk: event.data } : { ...payment, risk: event.data };
    case 'PaymentHeldForReview':
      return { ...payment, review: 'held' };
    case 'ReviewApproved':
      return { ...payment, review: 'approved' };
    case 'ReviewRejected':
      return { ...payment, review: 'rejected' };
    case 'ProviderOutcomeUnknown':
      return evolveUnknown(payment, event.data.operationId);
    case 'OutcomeEscalated':
      return { ...payment, escalated: new Set(payment.escalated).add(event.data.operationId) };
    case 'ContradictionFound':
    case 'ContradictionSettled':
      return evolveContradiction(payment, event);
    case 'CaptureRequested':
    case 'PaymentCaptured':
    case 'CaptureFailed':
    case 'CaptureReversed':
    case 'ProviderFeeRecorded':
    case 'RefundRequested':
    case 'PaymentRefunded':
    case 'RefundFailed':
    case 'RefundReversed':
      return evolveMoney(payment, event);
    case 'DisputeOpened':
    case 'DisputeAdvanced':
    case 'DisputeFundsWithdrawn':
    case 'DisputeFundsReinstated':
    case 'DisputeWon':
    case 'DisputeLost':
    case 'DisputeClosed':
    case 'FraudReported':
    case 'ProviderReviewOpened':
    case 'ProviderReviewClosed':
      return evolveDispute(payment, event);
    default:
      return evolveHold(payment, event);
  }
}

function evolveUnknown(payment: Payment, operationId: string): Payment {
  const unknown = new Set(payment.unknown).add(operationId);
  const { authorisation } = payment;
  if (authorisation?.authorisationId !== operationId) return { ...payment, unknown };
  return { ...payment, unknown, authorisation: { ...authorisation, doubtful: true } };
}
