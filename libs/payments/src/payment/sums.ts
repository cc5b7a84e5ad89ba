import { sum, type Money } from '#money';
import type { Authorisation, Payment } from './payment.js';

/** What is held beside what was captured. */
export function restOf(payment: Payment, { amount }: Pick<Authorisation, 'amount'>): Money {
  const rest = amount.minus(capturedOf(payment, amount));
  return rest.isPositive ? rest : amount.minus(amount);
}

/**
 * Nothing more can be captured: all that was held is taken, or a final capture gave up the rest.
 */
export function isSpent(payment: Payment): boolean {
  const { authorisation, captures } = payment;
  const taken = [...captures.values()].filter(({ status }) => status === 'captured');
  if (taken.some(({ final }) => final)) return true;
  if (!authorisation || taken.length === 0) return false;
  return !authorisation.amount.isGreaterThan(capturedOf(payment, authorisation.amount));
}

/** Money taken or promised to be taken. */
export function capturedOrPromised({ captures }: Payment, { currency }: Money): Money {
  return sumOf(
    [...captures.values()].filter(({ status }) => status !== 'failed'),
    currency,
  );
}

/** Money the provider took. */
export function capturedOf({ captures }: Payment, { currency }: Money): Money {
  return sumOf(
    [...captures.values()].filter(({ status }) => status === 'captured'),
    currency,
  );
}

/** Money the provider gave back. */
export function refundedOf({ refunds }: Payment, { currency }: Money): Money {
  return sumOf(
    [...refunds.values()].filter(({ status }) => status === 'refunded'),
    currency,
  );
}

/**
 * @param currency of the sum; what was recorded in another one before that was checked is left out.
 */
export function sumOf(
  moved: readonly { readonly amount: Money }[],
  currency: Money['currency'],
): Money {
  return sumIn(
    moved.map(({ amount }) => amount),
    currency,
  );
}

/** The same of amounts. */
export function sumIn(amounts: readonly Money[], currency: Money['currency']): Money {
  return sum(
    amounts.filter((amount) => amount.currency === currency),
    currency,
  );
}
