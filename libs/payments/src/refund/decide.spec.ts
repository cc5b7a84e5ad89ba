import { decider } from '../../../../test/support/decider.js';
import {
  AUTHORISED,
  captured,
  captureRequested,
  eur,
  NOW,
  PAYMENT_ID,
  refunded,
  refundFailed,
  refundRequested,
} from '../../../../test/support/payment-events.js';
import type { EventOf, PaymentEvent } from '../catalogue/events.js';
import { recordRefund, requestRefund, type RequestRefund } from './decide.js';

const given = decider(requestRefund);
const CAPTURED = [...AUTHORISED, captureRequested('c1', '10.00'), captured('c1', '10.00')];

describe('requesting a refund', () => {
  it('promises captured money back to the payer', () => {
    given(...CAPTURED)
      .when(refund('r1', '4.00'))
      .then(refundRequested('r1', '4.00'));
  });

  it('takes all that is left when no amount is named', () => {
    given(...CAPTURED, refundRequested('r1', '4.00'))
      .when(refund('r2', null))
      .then(refundRequested('r2', '6.00'));
  });

  it('ignores a repeated request', () => {
    given(...CAPTURED, refundRequested('r1', '4.00'))
      .when(refund('r1', '4.00'))
      .thenNothing();
  });

  it('refuses to give back more than was captured', () => {
    given(...CAPTURED, refundRequested('r1', '7.00'))
      .when(refund('r2', '3.01'))
      .thenRefused('refund-exceeds-captured');
  });

  it('frees the money of a refund that failed', () => {
    given(...CAPTURED, refundRequested('r1', '10.00'), refundFailed('r1', '10.00'))
      .when(refund('r2', '10.00'))
      .then(refundRequested('r2', '10.00'));
  });

  it('refuses when nothing is left', () => {
    given(...CAPTURED, refundRequested('r1', '10.00'), refunded('r1', '10.00'))
      .when(refund('r2', null))
      .thenRefused('refund-exceeds-captured');
  });

  it('refuses before the capture', () => {
    given(...AUTHORISED)
      .when(refund('r1', '1.00'))
      .thenRefused('payment-not-captured');
  });

  it('refuses zero', () => {
    given(...CAPTURED)
      .when(refund('r1', '0.00'))
      .thenRefused('amount-not-positive');
  });

  it('wants to know which of several captures', () => {
    const several = [
      ...AUTHORISED,
      captureRequested('c1', '4.00', false),
      captured('c1', '4.00', false),
      captureRequested('c2', '6.00'),
      captured('c2', '6.00'),
    ];
    given(...several)
      .when(refund('r1', '1.00'))
      .thenRefused('capture-ambiguous');
    given(...several)
      .when({ ...refund('r1', '1.00'), captureId: 'c2' })
      .then(refundRequested('r1', '1.00', 'c2'));
    given(...several)
      .when({ ...refund('r1', '1.00'), captureId: 'c3' })
      .thenRefused('capture-not-found');
  });
});

describe('requesting a refund of disputed money', () => {
  const EXCEEDS = 'refund-exceeds-undisputed';

  it.each([
    ['an inquiry moves nothing', '10.00', '0.00', [disputed('d1', '10.00', 'inquiry')]],
    ['a chargeback contests it', '0.00', EXCEEDS, [disputed('d1', '10.00')]],
    ['a part is contested', '6.00', EXCEEDS, [disputed('d1', '4.00')]],
    ['it took a part', '6.00', EXCEEDS, [...lost('d1', '4.00')]],
    ['it took all', '0.00', EXCEEDS, [...lost('d1', '10.00')]],
    ['it is lost, its movement untold', '0.00', EXCEEDS, [disputed('d1', '10.00'), end('d1')]],
    ['it was won', '10.00', '0.00', [...lost('d1', '10.00'), back('d1', '10.00'), won('d1')]],
    ['it was won, its money untold', '0.00', EXCEEDS, [...lost('d1', '10.00'), won('d1')]],
    ['several took parts', '3.00', EXCEEDS, [...lost('d1', '4.00'), ...lost('d2', '3.00')]],
  ] as const)('gives back the rest when %s', (_, left, code, events) => {
    const history = [...CAPTURED, ...events];
    if (code === EXCEEDS) {
      given(...history)
        .when(refund('r1', '10.00'))
        .thenRefused(code);
    }
    const rest = given(...history).when(refund('r1', null));
    if (left === '0.00') rest.thenRefused(EXCEEDS);
    else rest.then(refundRequested('r1', left));
  });

  it('says so when refunds alone gave it back', () => {
    given(...CAPTURED, refunded('r1', '10.00'), ...lost('d1', '4.00'))
      .when(refund('r2', '1.00'))
      .thenRefused('refund-exceeds-captured');
  });

  it('counts what is given back of captures under one reference together', () => {
    const capture = (id: string, amount: string) => {
      const { type, data } = captured(id, amount, false) as EventOf<'PaymentCaptured'>;
      return { type, data: { ...data, reference: 'ch_1' } };
    };
    given(...AUTHORISED, capture('c1', '4.00'), capture('c2', '6.00'), refunded('r1', '9.00'))
      .when({ ...refund('r2', '2.00'), captureId: 'c2' })
      .thenRefused('refund-exceeds-captured');
  });
});

describe('recording a refund', () => {
  const recording = decider((id: string, payment) =>
    recordRefund(
      id,
      { status: 'refunded', reference: `re_${id}`, fee: eur('0.00'), at: NOW },
      payment,
    ),
  );

  it('records what the provider gave back', () => {
    recording(...CAPTURED, refundRequested('r1', '4.00'))
      .when('r1')
      .then(refunded('r1', '4.00'));
  });

  it('records it once, whether the answer or the webhook comes first', () => {
    recording(...CAPTURED, refundRequested('r1', '4.00'), refunded('r1', '4.00'))
      .when('r1')
      .thenNothing();
  });

  it('records a refusal as an event', () => {
    const refused = decider((id: string, payment) =>
      recordRefund(id, { status: 'refused', code: 'declined', reason: 'no', at: NOW }, payment),
    );
    refused(...CAPTURED, refundRequested('r1', '4.00'))
      .when('r1')
      .then(refundFailed('r1', '4.00'));
  });
});

function disputed(
  disputeId: string,
  amount: string,
  stage: 'inquiry' | 'chargeback' = 'chargeback',
): PaymentEvent {
  const facts = { captureId: 'c1', reason: 'fraudulent', stage, dueBy: null, openedAt: NOW };
  const data = { paymentId: PAYMENT_ID, disputeId, ...facts, amount: eur(amount) };
  return { type: 'DisputeOpened', data };
}

function lost(disputeId: string, amount: string): PaymentEvent[] {
  const money = { movementReference: 'out', amount: eur(amount), fee: eur('15.00') };
  const data = { paymentId: PAYMENT_ID, disputeId, ...money, withdrawnAt: NOW };
  return [disputed(disputeId, amount), { type: 'DisputeFundsWithdrawn', data }, end(disputeId)];
}

function end(disputeId: string): PaymentEvent {
  return { type: 'DisputeLost', data: { paymentId: PAYMENT_ID, disputeId, closedAt: NOW } };
}

function won(disputeId: string): PaymentEvent {
  return { type: 'DisputeWon', data: { paymentId: PAYMENT_ID, disputeId, closedAt: NOW } };
}

function back(disputeId: string, amount: string): PaymentEvent {
  const money = { movementReference: 'in', amount: eur(amount), fee: eur('0.00') };
  const data = { paymentId: PAYMENT_ID, disputeId, ...money, reinstatedAt: NOW };
  return { type: 'DisputeFundsReinstated', data };
}

function refund(refundId: string, amount: string | null): RequestRefund {
  const money = amount === null ? null : eur(amount);
  return { refundId, captureId: null, amount: money, reason: '', now: NOW };
}
