import fc from 'fast-check';
import { PROVIDERS } from '#provider-port';
import {
  exchangeAt,
  fees,
  memoHeld,
  memoMerchant,
  merchantPayable,
  providerPending,
} from '../account.js';
import { plainTextAccount } from './account-name.js';

/** What beancount 2 takes: beancount.github.io/docs/beancount_language_syntax.html#accounts */
const NAME = /^(Assets|Liabilities|Equity|Income|Expenses)(:[A-Z0-9][A-Za-z0-9-]*)+$/;

describe('the plain-text name of an account', () => {
  it('stands below the head of its class', () => {
    const named = [providerPending('stripe'), fees('paypal'), exchangeAt('stripe')];
    expect([...named, merchantPayable('m-1'), memoHeld('paypal')].map(plainTextAccount)).toEqual([
      'Assets:Pending:Stripe',
      'Expenses:Fees:Paypal',
      'Equity:Exchange:Stripe',
      'Liabilities:Payable:Merchant-m-1',
      'Equity:Memorandum-Held:Paypal',
    ]);
  });

  it('writes what beancount does not take as its code point', () => {
    expect(plainTextAccount(merchantPayable('متجر:1'))).toBe(
      'Liabilities:Payable:Merchant--x645--x62a--x62c--x631--x3a-1',
    );
  });

  it('tells an escape from a text that looks like one', () => {
    const names = [':', '-x3a-', '-x2d-x3a-'].map((id) => plainTextAccount(merchantPayable(id)));
    expect(new Set(names).size).toBe(3);
  });

  it('is valid, and no other account has it', () => {
    const owner = fc.oneof(
      fc.string({ minLength: 1, unit: 'binary' }),
      fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('-', 'x', '2', 'd', ':') }),
    );
    const account = fc.oneof(
      owner.map(merchantPayable),
      owner.map(memoMerchant),
      fc.constantFrom(...PROVIDERS).map(providerPending),
    );
    fc.assert(
      fc.property(account, account, (a, b) => {
        expect(plainTextAccount(a)).toMatch(NAME);
        expect(plainTextAccount(a) === plainTextAccount(b)).toBe(a === b);
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses what is no account', () => {
    expect(() => plainTextAccount('merchant:payable')).toThrow(
      'merchant:payable is no account of the chart',
    );
  });
});
