import type { FactData, OutcomeOf } from '#provider-port';
import { decider } from '../../../../test/support/decider.js';
import {
  AUTHORISED,
  captured,
  captureRequested,
  eur,
  NOW,
  PAYMENT_ID,
  refunded,
  refundRequested,
} from '../../../../test/support/payment-events.js';
import { attend, type Attention } from '../attention.js';
import { recordCaptureFact } from '../capture/fact.js';
import type { PaymentEvent } from '../catalogue/events.js';
import { evolve } from '../catalogue/evolve.js';
import { NO_PAYMENT, type Payment } from '../payment/payment.js';
import { recordRefund } from '../refund/decide.js';
import { recordRefundFact } from '../refund/fact.js';
import { missingFees } from './decide.js';

const CAPTURED = [...AUTHORISED, captureRequested('c1', '10.00'), captured('c1', '10.00')] as const;
const PROMISED = [...CAPTURED, refundRequested('r1', '4.00')] as const;
const idOf = (...words: readonly string[]): string => words.join(':');

function feeRecorded(fee: string, refundId?: string): PaymentEvent {
  const whose = { paymentId: PAYMENT_ID, captureId: 'c1', ...(refundId && { refundId }) };
  return { type: 'ProviderFeeRecorded', data: { ...whose, fee: eur(fee), recordedAt: NOW } };
}

function feePending(): PaymentEvent {
  const { data } = refunded('r1', '4.00') as Extract<PaymentEvent, { type: 'PaymentRefunded' }>;
  return { type: 'PaymentRefunded', data: { ...data, feePending: true } };
}

function openAfter(events: readonly PaymentEvent[]): readonly string[] {
  const attention = events.reduce<Attention | null>((seen, each) => attend(seen, each, NOW), null);
  return attention?.open.filter((id) => id.startsWith('fee:')) ?? [];
}

function missingAfter(events: readonly PaymentEvent[]): string[] {
  return missingFees(events.reduce(evolve, NO_PAYMENT)).map(({ operationId }) => operationId);
}

describe('a fee that was not told with its money', () => {
  it('stays a question until it is known, of a capture', () => {
    expect([openAfter(CAPTURED), missingAfter(CAPTURED)]).toEqual([['fee:c1'], ['c1']]);
    const told = [...CAPTURED, feeRecorded('0.59')];
    expect([openAfter(told), missingAfter(told)]).toEqual([[], []]);
  });

  it('stays a question until it is known, of a refund', () => {
    const pending = [...PROMISED, feeRecorded('0.59'), feePending()];
    expect([openAfter(pending), missingAfter(pending)]).toEqual([['fee:r1'], ['r1']]);
    const told = [...pending, feeRecorded('-0.10', 'r1')];
    expect([openAfter(told), missingAfter(told)]).toEqual([[], []]);
  });

  it('is no question of a refund that was stored before fees of refunds were', () => {
    const before = [...PROMISED, feeRecorded('0.59'), refunded('r1', '4.00')];
    expect([openAfter(before), missingAfter(before)]).toEqual([[], []]);
  });
});

describe('the fee of a refund', () => {
  const given = decider((fee: string | null, payment: Payment) => {
    const outcome = { status: 'refunded', reference: 're_r1', at: NOW } as const;
    const told: OutcomeOf<'refund'> = { ...outcome, fee: fee === null ? null : eur(fee) };
    return recordRefund('r1', told, payment);
  });

  it('is recorded with it, except where there is none', () => {
    given(...PROMISED)
      .when('-0.10')
      .then(refunded('r1', '4.00'), feeRecorded('-0.10', 'r1'));
    given(...PROMISED)
      .when('0.00')
      .then(refunded('r1', '4.00'));
    given(...PROMISED)
      .when(null)
      .then(feePending());
  });

  it('is recorded when a later fact tells it, once, and though it is zero', () => {
    const tell = decider((fee: string, payment: Payment) => {
      const fact: FactData<'refunded'> = {
        refundId: 'r1',
        captureReference: 'ch_c1',
        reference: 're_r1',
        amount: eur('4.00'),
        fee: eur(fee),
        at: NOW,
      };
      return recordRefundFact(fact, payment, idOf);
    });
    tell(...PROMISED, feePending())
      .when('0.00')
      .then(feeRecorded('0.00', 'r1'));
    tell(...PROMISED, feePending(), feeRecorded('-0.10', 'r1'))
      .when('-0.10')
      .thenNothing();
    tell(...PROMISED, refunded('r1', '4.00'))
      .when('-0.10')
      .thenNothing();
  });
});

describe('the fee of a capture without a command of ours', () => {
  const given = decider((captureId: string | null, payment: Payment) => {
    const references = { authorisationReference: 'pi_1', reference: 'ch_9', total: null };
    const fact = { captureId, ...references, amount: eur('4.00'), fee: eur('0.30'), at: NOW };
    return recordCaptureFact(fact, payment, idOf);
  });
  const outside = (fee: boolean): PaymentEvent[] => {
    const { data } = captured('o1', '4.00') as Extract<PaymentEvent, { type: 'PaymentCaptured' }>;
    const taken: PaymentEvent = { type: 'PaymentCaptured', data: { ...data, reference: 'ch_9' } };
    const whose = { paymentId: PAYMENT_ID, captureId: 'o1', fee: eur('0.30'), recordedAt: NOW };
    return fee ? [taken, { type: 'ProviderFeeRecorded', data: whose }] : [taken];
  };

  it('goes to the capture that it fits, once', () => {
    given(...AUTHORISED, ...outside(false))
      .when(null)
      .thenTypes('ProviderFeeRecorded');
    given(...AUTHORISED, ...outside(true))
      .when(null)
      .thenNothing();
  });
});
