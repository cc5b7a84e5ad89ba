import { Money } from '#money';
import { decider } from '../../../../test/support/decider.js';
import {
  assessed,
  AUTHORISED,
  captured,
  captureFailed,
  captureRequested,
  eur,
  held,
  initiated,
  NOW,
  PAYMENT_ID,
  voided,
  voidRequested,
} from '../../../../test/support/payment-events.js';
import { recordCapture, requestCapture, type RequestCapture } from './decide.js';

const given = decider(requestCapture);

describe('requesting a capture', () => {
  it('promises to take all that was authorised', () => {
    given(...AUTHORISED)
      .when(capture('c1', null))
      .then(captureRequested('c1', '10.00'));
  });

  it('promises to take a part', () => {
    given(...AUTHORISED)
      .when(capture('c1', '4.00'))
      .then(captureRequested('c1', '4.00'));
  });

  it('ignores a repeated request', () => {
    given(...AUTHORISED, captureRequested('c1', '4.00'))
      .when(capture('c1', '4.00'))
      .thenNothing();
  });

  it('refuses more than was authorised', () => {
    given(...AUTHORISED)
      .when(capture('c1', '10.01'))
      .thenRefused('capture-exceeds-authorised');
  });

  it('counts what earlier captures took', () => {
    const part = [captureRequested('c1', '4.00', false), captured('c1', '4.00', false)];
    given(...AUTHORISED, ...part)
      .when(capture('c2', null))
      .then(captureRequested('c2', '6.00'));
    given(...AUTHORISED, ...part)
      .when(capture('c2', '6.01'))
      .thenRefused('capture-exceeds-authorised');
  });

  it('refuses after a final capture gave the rest up', () => {
    given(...AUTHORISED, captureRequested('c1', '4.00'), captured('c1', '4.00'))
      .when(capture('c2', '1.00'))
      .thenRefused('nothing-to-capture');
  });

  it('frees the money of a capture that failed', () => {
    given(...AUTHORISED, captureRequested('c1', '10.00'), captureFailed('c1', '10.00'))
      .when(capture('c2', '10.00'))
      .then(captureRequested('c2', '10.00'));
  });

  it('refuses another currency', () => {
    given(...AUTHORISED)
      .when({ ...capture('c1', null), amount: Money.of(100n, 'JPY') })
      .thenRefused('currency-mismatch');
  });

  it('refuses before authorisation, after a void, and while a void is open', () => {
    given(initiated(), assessed()).when(capture('c1', null)).thenRefused('payment-not-authorised');
    given(...AUTHORISED, voidRequested())
      .when(capture('c1', null))
      .thenRefused('operation-in-progress');
    given(...AUTHORISED, voidRequested(), voided())
      .when(capture('c1', null))
      .thenRefused('payment-voided');
  });

  it('refuses while a late assessment holds the payment', () => {
    given(...AUTHORISED, held)
      .when(capture('c1', null))
      .thenRefused('payment-held');
  });

  it('refuses for a payment that does not exist', () => {
    given().when(capture('c1', null)).thenRefused('payment-not-found');
  });
});

describe('recording a capture', () => {
  const recording = decider((fee: Money | null, payment) =>
    recordCapture('c1', { status: 'captured', reference: 'ch_c1', fee, at: NOW }, payment),
  );

  it('records what the provider took, and the fee once known', () => {
    recording(...AUTHORISED, captureRequested('c1', '10.00'))
      .when(null)
      .then(captured('c1', '10.00'));
    recording(...AUTHORISED, captureRequested('c1', '10.00'))
      .when(eur('0.59'))
      .then(captured('c1', '10.00'), {
        type: 'ProviderFeeRecorded',
        data: { paymentId: PAYMENT_ID, captureId: 'c1', fee: eur('0.59'), recordedAt: NOW },
      });
  });

  it('records it once, whether the answer or the webhook comes first', () => {
    recording(...AUTHORISED, captureRequested('c1', '10.00'), captured('c1', '10.00'))
      .when(null)
      .thenNothing();
  });
});

function capture(captureId: string, amount: string | null): RequestCapture {
  return { captureId, amount: amount === null ? null : eur(amount), final: true, now: NOW };
}
