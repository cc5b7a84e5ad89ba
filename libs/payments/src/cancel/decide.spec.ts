import { decider } from '../../../../test/support/decider.js';
import {
  assessed,
  AUTHORISED,
  authorisationRequested,
  captureRequested,
  initiated,
  NOW,
  PAYMENT_ID,
  payerActionRequired,
  voided,
  voidRequested,
} from '../../../../test/support/payment-events.js';
import type { PaymentEvent } from '../catalogue/events.js';
import { evolve } from '../catalogue/evolve.js';
import { nextStep } from '../next-step.js';
import { NO_PAYMENT, type Payment } from '../payment/payment.js';
import { statusOf } from '../payment/status.js';
import { recordAbandonment, recordCancellation, requestCancellation } from './decide.js';

const IDS = { paymentId: PAYMENT_ID, cancellationId: 'x1' };
const cancelled: PaymentEvent = {
  type: 'PaymentCancelled',
  data: { ...IDS, reason: 'requested', cancelledAt: NOW },
};
const requested: PaymentEvent = {
  type: 'CancellationRequested',
  data: { ...IDS, reason: 'requested', requestedAt: NOW },
};
const failed: PaymentEvent = {
  type: 'CancellationFailed',
  data: { ...IDS, code: 'unexpected_state', reason: 'succeeded', failedAt: NOW },
};
const WAITING = [initiated(), assessed(), authorisationRequested(), payerActionRequired()] as const;

describe('requesting a cancellation', () => {
  const given = decider((cancellationId: string, payment: Payment) =>
    requestCancellation({ cancellationId, reason: 'requested', now: NOW }, payment),
  );

  it('ends at once what never reached the provider', () => {
    given(initiated()).when('x1').then(cancelled);
  });

  it('promises to take back what waits for the payer', () => {
    given(...WAITING)
      .when('x1')
      .then(requested);
  });

  it('voids what is held', () => {
    given(...AUTHORISED)
      .when('v1')
      .then(voidRequested('v1'));
  });

  it('changes nothing when it is repeated, or when nothing is held any more', () => {
    given(...WAITING, requested)
      .when('x2')
      .thenNothing();
    given(initiated(), cancelled).when('x2').thenNothing();
    given(...AUTHORISED, voidRequested())
      .when('x2')
      .thenNothing();
    given(...AUTHORISED, voidRequested(), voided())
      .when('x2')
      .thenNothing();
  });

  it('refuses once money is captured, or while it is unknown whether it is held', () => {
    given(...AUTHORISED, captureRequested('c1', '1.00'))
      .when('x1')
      .thenRefused('payment-captured');
    given(initiated(), assessed(), authorisationRequested())
      .when('x1')
      .thenRefused('operation-in-progress');
  });

  it('may be asked for again after the payer was faster', () => {
    given(...WAITING, requested, failed)
      .when('x2')
      .thenTypes('CancellationRequested');
  });
});

describe('recording a cancellation', () => {
  const given = decider((status: 'cancelled' | 'refused', payment: Payment) => {
    const refusal = { status: 'refused', code: 'unexpected_state', reason: 'succeeded' } as const;
    const outcome = status === 'refused' ? refusal : ({ status: 'cancelled' } as const);
    return recordCancellation('x1', { ...outcome, at: NOW }, payment);
  });

  it('ends the payment', () => {
    given(...WAITING, requested)
      .when('cancelled')
      .then(cancelled);
    expect(statusOf([...WAITING, requested, cancelled].reduce(evolve, NO_PAYMENT))).toBe(
      'cancelled',
    );
  });

  it('says so when the payer was faster', () => {
    given(...WAITING, requested)
      .when('refused')
      .then(failed);
  });

  it('changes nothing a second time', () => {
    given(...WAITING, requested, cancelled)
      .when('cancelled')
      .thenNothing();
  });
});

describe('an approval that the provider calls off', () => {
  const given = decider((orderReference: string, payment: Payment) =>
    recordAbandonment({ cancellationId: 'told', orderReference, at: NOW }, payment),
  );

  it('ends the payment that waits for it, and no other', () => {
    given(...WAITING)
      .when('ORDER-1')
      .thenTypes('PaymentCancelled');
    given(...WAITING)
      .when('ORDER-2')
      .thenNothing();
    given(...AUTHORISED)
      .when('ORDER-1')
      .thenNothing();
  });

  it('is the outcome of the cancellation whose answer was lost, if there was one', () => {
    const byFact = { ...cancelled, data: { ...cancelled.data, cancellationId: 'told' } };
    const data = { ...byFact.data, reason: 'approval-reversed' } as const;
    given(...WAITING)
      .when('ORDER-1')
      .then({ ...byFact, data });
    given(...WAITING, requested)
      .when('ORDER-1')
      .then(cancelled);
    given(...WAITING, requested, failed)
      .when('ORDER-1')
      .then(byFact);
  });
});

describe('a payer who is late', () => {
  const deadline = '2026-03-01T13:00:00.000Z';
  const waits = [
    ...WAITING.slice(0, 3),
    { ...payerActionRequired(), data: { ...payerActionRequired().data, deadline } } as PaymentEvent,
  ];

  it.each([
    ['2026-03-01T12:59:59.999Z', null],
    [deadline, 'cancel'],
  ])('at %s is followed by %s', (now, step) => {
    expect(nextStep(waits.reduce(evolve, NO_PAYMENT), now)).toBe(step);
  });

  it('is not cancelled again and again', () => {
    const payment = [...waits, requested, failed].reduce(evolve, NO_PAYMENT);
    expect(nextStep(payment, deadline)).toBeNull();
  });
});
