import type { Stripe } from 'stripe';
import { Money } from '#money';
import { feeOf } from './objects.js';

const BOOKED = { id: 'txn_1', amount: 1000, fee: 59, currency: 'eur' };
const CHARGE = { id: 'ch_1', amount: 1000, amount_captured: 1000, balance_transaction: BOOKED };

function feeIn(change: object, captured = 1000n): Money | null {
  return feeOf({ ...CHARGE, ...change } as unknown as Stripe.Charge, Money.of(captured, 'EUR'));
}

describe('the fee in a charge', () => {
  it('is of the capture that its booking is of', () => {
    expect(feeIn({})).toEqual(Money.of(59n, 'EUR'));
    expect(
      feeIn({ amount_captured: 400, balance_transaction: { ...BOOKED, amount: 400 } }, 400n),
    ).toEqual(Money.of(59n, 'EUR'));
  });

  it('is in the currency that the account settles in', () => {
    const inDollars = { ...BOOKED, amount: 1160, fee: 68, currency: 'usd' };
    expect(feeIn({ balance_transaction: inDollars })).toEqual(Money.of(68n, 'USD'));
  });

  it.each([
    ['no booking yet', { balance_transaction: null }, 1000n],
    ['a booking that is not shown', { balance_transaction: 'txn_1' }, 1000n],
    ['one that is left out', { balance_transaction: undefined }, 1000n],
    ['one of a hold that was taken in part', { amount_captured: 400 }, 400n],
    [
      'one of several captures in another currency',
      { amount_captured: 400, balance_transaction: { ...BOOKED, currency: 'usd' } },
      400n,
    ],
    [
      'an amount finer than its currency',
      { balance_transaction: { ...BOOKED, fee: 150, currency: 'isk' } },
      1000n,
    ],
    ['a currency we do not know', { balance_transaction: { ...BOOKED, currency: 'zzz' } }, 1000n],
  ])('is not known from %s', (_, change, captured) => {
    expect(feeIn(change, captured)).toBeNull();
  });
});
