import type { FactData } from '#provider-port';
import { decider } from '../../../../test/support/decider.js';
import {
  assessed,
  AUTHORISED,
  authorisationRequested,
  captured,
  captureFailed,
  captureRequested,
  eur,
  initiated,
  NOW,
  PAYMENT_ID,
  refunded,
  refundFailed,
  refundRequested,
} from '../../../../test/support/payment-events.js';
import { evolve } from '../catalogue/evolve.js';
import { recordFee } from '../fee/decide.js';
import { MissingPredecessor } from '../payment/errors.js';
import { NO_PAYMENT, type Payment } from '../payment/payment.js';
import { requestRefund } from '../refund/decide.js';
import { recordRefundFact, recordRefundFailure } from '../refund/fact.js';
import { recordCaptureFact, recordReversal } from './fact.js';

const idOf = (...words: readonly string[]): string => words.join(':');
const CAPTURED = [...AUTHORISED, captureRequested('c1', '10.00'), captured('c1', '10.00')] as const;

function capture(change: Partial<FactData<'captured'>>): FactData<'captured'> {
  const references = { authorisationReference: 'pi_1', reference: 'ch_9' };
  const fact = { captureId: null, ...references, amount: eur('4.00'), fee: null, total: null };
  return { ...fact, at: NOW, ...change };
}

describe('a capture told by the provider', () => {
  const given = decider((fact: FactData<'captured'>, payment: Payment) =>
    recordCaptureFact(fact, payment, idOf),
  );

  it('answers the promise it belongs to', () => {
    given(...AUTHORISED, captureRequested('c1', '10.00'))
      .when(capture({ captureId: 'c1', reference: 'ch_c1' }))
      .then(captured('c1', '10.00'));
  });

  it('is recorded once without a command of ours', () => {
    const outside = captured('capture:ch_9:', '4.00', false);
    const fact = { ...outside.data, reference: 'ch_9' };
    given(...AUTHORISED)
      .when(capture({}))
      .then({ ...outside, data: fact } as typeof outside);
    given(...AUTHORISED, { ...outside, data: fact } as typeof outside)
      .when(capture({}))
      .thenNothing();
  });

  it('counts only what is new where the provider tells a total', () => {
    given(...AUTHORISED, captureRequested('c1', '3.00', false))
      .when(capture({ amount: eur('3.00'), total: eur('3.00') }))
      .thenNothing();
    given(...AUTHORISED, captureRequested('c1', '3.00', false))
      .when(capture({ amount: eur('7.00'), total: eur('10.00') }))
      .thenTypes('PaymentCaptured');
  });

  it('is believed though we recorded that it failed', () => {
    given(...AUTHORISED, captureRequested('c1', '10.00'), captureFailed('c1', '10.00'))
      .when(capture({ captureId: 'c1', amount: eur('10.00') }))
      .thenTypes('PaymentCaptured');
  });

  it('brings the fee that was missing, once', () => {
    given(...CAPTURED)
      .when(capture({ captureId: 'c1', reference: 'ch_c1', fee: eur('0.30') }))
      .thenTypes('ProviderFeeRecorded');
    const fee = recordFee(
      { captureId: 'c1', fee: eur('0.30'), at: NOW },
      CAPTURED.reduce(evolve, NO_PAYMENT),
    );
    given(...CAPTURED, ...fee)
      .when(capture({ captureId: 'c1', reference: 'ch_c1', fee: eur('0.30') }))
      .thenNothing();
  });

  it('waits for its authorisation', () => {
    const payment = [initiated(), assessed(), authorisationRequested()].reduce(evolve, NO_PAYMENT);
    expect(() => recordCaptureFact(capture({}), payment, idOf)).toThrow(MissingPredecessor);
  });
});

describe('a refund told by the provider', () => {
  const money = { reference: 're_r1', amount: eur('4.00'), fee: eur('0.00') };
  const FACT = { captureReference: 'ch_c1', ...money, at: NOW };
  const given = decider((refundId: string | null, payment: Payment) =>
    recordRefundFact({ refundId, ...FACT }, payment, idOf),
  );

  it('answers the promise it belongs to', () => {
    given(...CAPTURED, refundRequested('r1', '4.00'))
      .when('r1')
      .then(refunded('r1', '4.00'));
  });

  it('is recorded once without a command of ours', () => {
    given(...CAPTURED)
      .when(null)
      .thenTypes('PaymentRefunded');
    given(...CAPTURED, refunded('r1', '4.00'))
      .when(null)
      .thenNothing();
  });

  it('waits for its capture', () => {
    const payment = AUTHORISED.reduce(evolve, NO_PAYMENT);
    expect(() => recordRefundFact({ refundId: null, ...FACT }, payment, idOf)).toThrow(
      MissingPredecessor,
    );
  });
});

describe('a refund that comes to nothing', () => {
  const given = decider((refundId: string, payment: Payment) =>
    recordRefundFailure(
      { refundId, reference: `re_${refundId}`, amount: eur('4.00'), code: 'closed', at: NOW },
      payment,
      idOf,
    ),
  );

  it('fails the promise', () => {
    given(...CAPTURED, refundRequested('r1', '4.00'))
      .when('r1')
      .thenTypes('RefundFailed');
  });

  it('comes back after it had succeeded, and can be refunded again', () => {
    const history = [...CAPTURED, refundRequested('r1', '10.00'), refunded('r1', '10.00')];
    given(...history)
      .when('r1')
      .thenTypes('RefundReversed');
    const back = recordRefundFailure(
      { refundId: 'r1', reference: 're_r1', amount: eur('10.00'), code: 'closed', at: NOW },
      history.reduce(evolve, NO_PAYMENT),
      idOf,
    );
    const payment = [...history, ...back].reduce(evolve, NO_PAYMENT);
    const again = { refundId: 'r2', captureId: null, amount: null, reason: '', now: NOW };
    expect(requestRefund(again, payment)).toHaveLength(1);
  });

  it('is kept without a command of ours, and changes nothing a second time', () => {
    given(...CAPTURED)
      .when('r9')
      .thenTypes('RefundFailed');
    given(...CAPTURED, refundRequested('r1', '4.00'), refundFailed('r1', '4.00'))
      .when('r1')
      .thenNothing();
  });
});

describe('a capture that the provider takes back', () => {
  const fact = {
    captureReference: 'ch_c1',
    reference: 'rv_1',
    amount: eur('10.00'),
    at: NOW,
  };
  const given = decider((_: null, payment: Payment) => recordReversal(fact, payment));
  const reversed = {
    type: 'CaptureReversed',
    data: {
      paymentId: PAYMENT_ID,
      captureId: 'c1',
      amount: eur('10.00'),
      reference: 'rv_1',
      reversedAt: NOW,
    },
  } as const;

  it('is recorded once', () => {
    given(...CAPTURED)
      .when(null)
      .then(reversed);
    given(...CAPTURED, reversed)
      .when(null)
      .thenNothing();
  });

  it('leaves nothing to refund', () => {
    const command = { refundId: 'r1', captureId: null, amount: null, reason: '', now: NOW };
    decider((_: null, payment: Payment) => requestRefund(command, payment))(...CAPTURED, reversed)
      .when(null)
      .thenRefused('refund-exceeds-captured');
  });
});

describe('money back that one list calls a refund and another a reversal', () => {
  const money = { captureReference: 'ch_c1', reference: 'rf_1', amount: eur('10.00'), at: NOW };
  const refund = (payment: Payment) =>
    recordRefundFact({ ...money, refundId: null }, payment, idOf);
  const reversal = (payment: Payment) => recordReversal(money, payment);

  it.each([
    ['a refund first', refund, reversal],
    ['a reversal first', reversal, refund],
  ])('counts once, %s', (_, first, second) => {
    const payment = CAPTURED.reduce(evolve, NO_PAYMENT);
    const told = first(payment);
    expect(told).toHaveLength(1);
    expect(second([...CAPTURED, ...told].reduce(evolve, NO_PAYMENT))).toEqual([]);
  });
});
