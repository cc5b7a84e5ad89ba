import { eur } from './payment-events.js';
import type { PaymentEvent } from '#payments';

const AT = '2026-03-02T00:00:00.000Z';

/** The payer's bank calls a payment fraud, in one dispute per payment. */
export function disputed(paymentId: string, reason = 'fraudulent'): PaymentEvent {
  return {
    type: 'DisputeOpened',
    data: {
      paymentId,
      disputeId: `d-${paymentId}`,
      captureId: 'c1',
      amount: eur('10.00'),
      reason,
      stage: 'chargeback',
      dueBy: null,
      openedAt: AT,
    },
  };
}

export function disputeWon(paymentId: string): PaymentEvent {
  return { type: 'DisputeWon', data: { paymentId, disputeId: `d-${paymentId}`, closedAt: AT } };
}

/** An early fraud warning. */
export function reported(paymentId: string): PaymentEvent {
  return {
    type: 'FraudReported',
    data: {
      paymentId,
      reportId: `r-${paymentId}`,
      captureId: null,
      fraudType: 'unauthorized_use_of_card',
      actionable: true,
      reportedAt: AT,
    },
  };
}
