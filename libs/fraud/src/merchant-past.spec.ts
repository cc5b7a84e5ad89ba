import { initiated } from '../../../test/support/payment-events.js';
import { FeatureState, type InitiatedPayment } from './feature-state.js';
import { foldFeatures } from './feature-fold.js';
import { merchantPastOf } from './merchant-past.js';

function payment(paymentId: string, initiatedAt: string, merchantId = 'm-1'): InitiatedPayment {
  return initiated({ paymentId, merchantId, initiatedAt }).data;
}

describe('the past of a merchant', () => {
  const state = new FeatureState();
  for (const [id, at] of [
    ['a', '2026-03-01T00:00:00.000Z'],
    ['b', '2026-03-03T00:00:00.000Z'],
  ] as const) {
    foldFeatures(state, { type: 'PaymentInitiated', data: payment(id, at) });
  }

  it('is none at its first payment', () => {
    const first = payment('c', '2026-03-03T12:00:00.000Z', 'm-2');
    expect(merchantPastOf(state, first)).toEqual({ days: 0, payments: 0 });
  });

  it('is since its first payment, without the payment itself', () => {
    const next = payment('d', '2026-03-03T12:00:00.000Z');
    expect(merchantPastOf(state, next)).toEqual({ days: 2.5, payments: 2 });
    foldFeatures(state, { type: 'PaymentInitiated', data: next });
    expect(merchantPastOf(state, next)).toEqual({ days: 2.5, payments: 2 });
  });
});
