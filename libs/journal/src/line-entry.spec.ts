import { Money } from '#money';
import { adjustmentsBetween, withLine, type Match, type SettlementLine } from '#reconciliation';
import { entryOfLine } from './line-entry.js';
import { UNKNOWN_PAYOUT } from './payout-entry.js';

const RECORDED_AT = '2026-11-22T12:00:00.000Z';
const AT = '2026-11-21T05:00:00.000Z';

describe("an entry of the provider's books", () => {
  it('books a fee of no payment, a reserve and an exchange against accounts of their own', () => {
    expect(postings(line('fee', '-2.00'))).toEqual([
      'provider:stripe:pending -2.00 EUR',
      'fees:stripe 2.00 EUR',
    ]);
    expect(postings(line('reserve', '-50.00'))).toEqual([
      'provider:stripe:pending -50.00 EUR',
      'reserve:stripe 50.00 EUR',
    ]);
    expect(postings(line('conversion', '-9.00'))).toEqual([
      'provider:stripe:pending -9.00 EUR',
      'fx:stripe 9.00 EUR',
    ]);
  });

  it('books what settles in another currency at the rate of the line, so that the first closes', () => {
    const settled = {
      ...line('capture', '20.00'),
      presented: eur('20.00'),
      ...usd('21.74', '0.93'),
    };
    const known = { operationId: 'c-1', amount: eur('20.00'), fee: null, at: AT };
    expect(postings(settled, { kind: 'capture', ours: [known], theirs: [] })).toEqual([
      'provider:stripe:pending -20.00 EUR',
      'provider:stripe:pending 20.81 USD',
      'fees:stripe 0.93 USD',
      'fx:stripe 20.00 EUR',
      'fx:stripe -21.74 USD',
    ]);
  });

  it('is none where our events have told everything', () => {
    const known = { operationId: 'c-1', amount: eur('20.00'), fee: eur('0.00'), at: AT };
    const match: Match = { kind: 'capture', ours: [known], theirs: [] };
    expect(postings(line('capture', '20.00'), match)).toBeNull();
  });

  it('books a payout with the fee that was taken for it', () => {
    const instant = { ...line('payout', '-30.00'), fee: eur('0.30') };
    expect(postings(instant)).toEqual([
      'payout:stripe:in-transit 30.00 EUR',
      'provider:stripe:pending -30.30 EUR',
      'fees:stripe 0.30 EUR',
    ]);
  });

  it('names its line, and keeps both of its times', () => {
    expect(entry(line('fee', '-2.00'))).toMatchObject({
      lineId: 'txn_1',
      paymentId: null,
      payoutReference: null,
      effectiveAt: AT,
      recordedAt: RECORDED_AT,
    });
  });
});

function entry(of: SettlementLine, match: Match = { kind: of.kind, ours: [], theirs: [] }) {
  const adjustments = adjustmentsBetween(match, withLine(match, of));
  const rest = { payout: UNKNOWN_PAYOUT, paymentId: null, recordedAt: RECORDED_AT };
  return entryOfLine(of, adjustments, rest).entry;
}

function postings(of: SettlementLine, match?: Match): string[] | null {
  const found = entry(of, match)?.postings;
  return found?.map(({ account, amount }) => `${account} ${amount.toString()}`) ?? null;
}

function line(kind: SettlementLine['kind'], amount: string): SettlementLine {
  const ids = { provider: 'stripe', lineId: 'txn_1', reference: 'x_1', paymentId: null } as const;
  return { ...ids, kind, amount: eur(amount), fee: eur('0.00'), at: AT };
}

function eur(text: string): Money {
  return Money.parse(text, 'EUR');
}

function usd(amount: string, fee: string) {
  return { amount: Money.parse(amount, 'USD'), fee: Money.parse(fee, 'USD') };
}
