import { decider } from '../../../test/support/decider.js';
import {
  AUTHORISED,
  captured,
  captureRequested,
  eur,
  NOW,
  refunded,
  refundFailed,
  refundRequested,
} from '../../../test/support/payment-events.js';
import { recordRefund, requestRefund, type RequestRefund } from './refund.js';

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

describe('recording a refund', () => {
  const recording = decider((id: string, payment) =>
    recordRefund(id, { status: 'refunded', reference: `re_${id}`, at: NOW }, payment),
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

function refund(refundId: string, amount: string | null): RequestRefund {
  const money = amount === null ? null : eur(amount);
  return { refundId, captureId: null, amount: money, reason: '', now: NOW };
}
