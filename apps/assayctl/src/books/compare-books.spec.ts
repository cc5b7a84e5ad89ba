import type { AccountState, ReconciliationSummary } from '#client';
import { compareBooks, type Books } from './compare-books.js';

describe('comparing the books', () => {
  it('finds the same money in all of them', () => {
    const [line] = compareBooks(books({}));
    expect(line).toMatchObject({ provider: 'stripe', currency: 'EUR', equal: true });
    expect(line?.journal).toEqual({ net: 700n, fees: 30n });
  });

  it.each([
    ['the journal', books({ accounts: accounts('669', '30') })],
    ["the journal's fees", books({ accounts: accounts('671', '29') })],
    ['our events', books({ reconciliation: [summary({ ours: '701' })] })],
    ["the provider's books", books({ reconciliation: [summary({ theirs: '699' })] })],
    ["the provider's fees", books({ reconciliation: [summary({ theirFees: '31' })] })],
    ['the sandbox', books({ sandbox: sandbox({ captured: '1001' }) })],
  ])('sees one minor unit too much or too little in %s', (_where, given) => {
    expect(compareBooks(given).map(({ equal }) => equal)).toEqual([false]);
  });

  it('tells what merely waits for the books of the provider from a difference', () => {
    const open = summary({ theirs: '500', theirFees: '20', counts: { matched: 4, expected: 2 } });
    expect(compareBooks(books({ reconciliation: [open] }))).toMatchObject([
      { equal: false, unsettled: 2 },
    ]);
    const missing = { ...open, counts: { expected: 1, 'missing-at-provider': 1 } };
    const others = [
      books({ reconciliation: [missing] }),
      books({ reconciliation: [open], sandbox: sandbox({ captured: '1001' }) }),
      books({ reconciliation: [summary({ theirs: '699' })] }),
    ];
    for (const given of others) expect(compareBooks(given)).toMatchObject([{ unsettled: null }]);
  });

  it('sees money that only one book knows', () => {
    const alone = { accounts: [], reconciliation: [], sandbox: sandbox({}) };
    expect(compareBooks(alone).map(({ equal }) => equal)).toEqual([false]);
  });

  it('finds what was paid out on its way and at the bank', () => {
    const paidOut = [
      ...accounts('170', '30'),
      { account: 'payout:stripe:in-transit', currency: 'EUR', balance: '200' },
      { account: 'bank:stripe', currency: 'EUR', balance: '300' },
    ];
    expect(compareBooks(books({ accounts: paidOut }))).toMatchObject([{ equal: true }]);
  });

  it('finds what was exchanged and what is held back', () => {
    const elsewhere = [
      ...accounts('70', '30'),
      { account: 'fx:stripe', currency: 'EUR', balance: '500' },
      { account: 'reserve:stripe', currency: 'EUR', balance: '100' },
    ];
    expect(compareBooks(books({ accounts: elsewhere }))).toMatchObject([{ equal: true }]);
  });

  it('does without a sandbox', () => {
    expect(compareBooks(books({ sandbox: null }))).toMatchObject([{ sandbox: null, equal: true }]);
  });
});

function books(changes: Partial<Books>): Books {
  return {
    accounts: accounts('670', '30'),
    reconciliation: [summary({})],
    sandbox: sandbox({}),
    ...changes,
  };
}

function accounts(pending: string, fees: string): AccountState[] {
  return [
    { account: 'provider:stripe:pending', currency: 'EUR', balance: pending },
    { account: 'fees:stripe', currency: 'EUR', balance: fees },
    { account: 'merchant:m-1:payable', currency: 'EUR', balance: '-700' },
  ];
}

function summary(changes: Partial<ReconciliationSummary>): ReconciliationSummary {
  return {
    provider: 'stripe',
    currency: 'EUR',
    ours: '700',
    theirs: '700',
    difference: '0',
    ourFees: '30',
    theirFees: '30',
    counts: {},
    ...changes,
  };
}

function sandbox(changes: { captured?: string }): NonNullable<Books['sandbox']> {
  const totals = { captured: '1000', refunded: '300', disputed: '0', fees: '30', ...changes };
  return { stripe: { EUR: totals }, paypal: {} };
}
