import {
  assessed,
  AUTHORISED,
  captured,
  eur,
  initiated,
  NOW,
  PAYMENT_ID,
  payerActionRequired,
  refunded,
  refundRequested,
} from '../../../../test/support/payment-events.js';
import { evolve, NO_PAYMENT, type PaymentEvent } from '../index.js';
import { paymentResource } from './resource.js';
import { timelineEntryOf } from './timeline.js';

const EARLIER = '2026-02-27T08:00:00.000Z';
const LATER = '2026-03-09T12:00:00.000Z';

describe('the resource of a payment', () => {
  it('tells each capture and refund with its id, reference and times', () => {
    const taken = [captured('c1', '4.00', false), captured('c2', '6.00')];
    const given = [refundRequested('r1', '1.00', 'c2'), refunded('r1', '1.00', 'c2')];
    expect(after([...AUTHORISED, ...taken, ...given])).toMatchObject({
      authorised: { amount: '1000', currency: 'EUR' },
      captured: { amount: '1000', currency: 'EUR' },
      refunded: { amount: '100', currency: 'EUR' },
      captures: [
        { captureId: 'c1', status: 'captured', final: false, reference: 'ch_c1', capturedAt: NOW },
        { captureId: 'c2', status: 'captured', final: true, reference: 'ch_c2', capturedAt: NOW },
      ],
      refunds: [{ refundId: 'r1', captureId: 'c2', reference: 're_r1', refundedAt: NOW }],
    });
  });

  it('tells what disputes contest, and nothing after one that was won', () => {
    const disputed = [...AUTHORISED, captured('c1', '10.00'), opened('chargeback')];
    const [none, whole] = [zero(), { amount: '1000', currency: 'EUR' }];
    expect(after(disputed)).toMatchObject({ disputed: whole, dispute: 'open' });
    const inquiry = [...AUTHORISED, captured('c1', '10.00'), opened('inquiry')];
    expect(after(inquiry)).toMatchObject({ disputed: none, disputes: [{ stage: 'inquiry' }] });
    const data = { paymentId: PAYMENT_ID, disputeId: 'dp_1', closedAt: LATER };
    const won: PaymentEvent = { type: 'DisputeWon', data };
    expect(after([...disputed, won])).toMatchObject({
      disputed: none,
      disputes: [{ status: 'won', openedAt: LATER, closedAt: LATER }],
    });
  });

  it('was declined when its analyst rejected it', () => {
    const held: PaymentEvent = {
      type: 'PaymentHeldForReview',
      data: { paymentId: PAYMENT_ID, reason: 'score', heldAt: NOW },
    };
    const data = { paymentId: PAYMENT_ID, analyst: 'ana', note: '', decidedAt: LATER };
    const rejected: PaymentEvent = { type: 'ReviewRejected', data };
    const { status, decline } = after([initiated(), assessed('review'), held, rejected]);
    expect([status, decline]).toMatchObject(['rejected', { reason: 'fraud-block', at: LATER }]);
  });

  it('was updated at the latest time of its timeline, in any order', () => {
    const late: PaymentEvent = {
      type: 'FraudReported',
      data: {
        ...{ paymentId: PAYMENT_ID, reportId: 'f1', captureId: null },
        ...{ fraudType: 'x', actionable: true, reportedAt: EARLIER },
      },
    };
    const history = [...AUTHORISED, captured('c1', '10.00'), opened('chargeback'), late];
    expect(after(history)).toMatchObject({ createdAt: NOW, updatedAt: LATER, revision: 6 });
  });

  it('has every event in its timeline, with what it was about', () => {
    expect(after(AUTHORISED).timeline).toEqual([
      { kind: 'PaymentInitiated', at: NOW, amount: { amount: '1000', currency: 'EUR' } },
      { kind: 'RiskAssessed', at: NOW, amount: null },
      { kind: 'AuthorisationRequested', at: NOW, amount: { amount: '1000', currency: 'EUR' } },
      { kind: 'PaymentAuthorised', at: NOW, amount: { amount: '1000', currency: 'EUR' } },
    ]);
  });

  it('shows how the payer pays and what the payer has to do, and no token', () => {
    const token = 'pm_secret';
    const begun = initiated({ method: { kind: 'card', token }, metadata: { cart: '17' } });
    const waiting = after([begun, ...AUTHORISED.slice(1, 3), payerActionRequired()]);
    expect(waiting).toMatchObject({
      method: { kind: 'card' },
      metadata: { cart: '17' },
      action: { url: 'https://payer.example/act' },
    });
    expect(JSON.stringify(waiting)).not.toContain(token);
  });
});

function after(history: readonly PaymentEvent[]) {
  const payment = history.reduce(evolve, NO_PAYMENT);
  return paymentResource({ client: 'shop', payment, timeline: history.map(timelineEntryOf) });
}

function opened(stage: 'inquiry' | 'chargeback'): PaymentEvent {
  const facts = { reason: 'fraudulent', stage, dueBy: null, openedAt: LATER } as const;
  const data = { paymentId: PAYMENT_ID, disputeId: 'dp_1', captureId: 'c1', amount: eur('10.00') };
  return { type: 'DisputeOpened', data: { ...data, ...facts } };
}

function zero() {
  return { amount: '0', currency: 'EUR' };
}
