import fc from 'fast-check';
import { Money } from '#money';
import { recordPayout, type PayoutRecorded, type PayoutStatus } from '#payments';
import type { JournalEntry } from './entry.js';
import { bookPayout, bookPayoutLine, UNKNOWN_PAYOUT } from './payout-entry.js';
import { trialBalance } from './trial-balance.js';

const AT = '2026-11-21T05:00:00.000Z';
const RECORDED_AT = '2026-11-21T12:00:00.000Z';
const STATUSES = ['pending', 'in-transit', 'paid', 'failed', 'cancelled'] as const;

describe('a payout', () => {
  it('is in transit once it is made, and stays so when the provider says that it is paid', () => {
    expect(booked('in-transit')).toEqual([
      ['payout:stripe:in-transit 30.00 EUR', 'provider:stripe:pending -30.00 EUR'],
    ]);
    expect(booked('pending', 'in-transit', 'paid')).toEqual([
      ['payout:stripe:in-transit 30.00 EUR', 'provider:stripe:pending -30.00 EUR'],
    ]);
  });

  it('is in transit when nothing but its payment was told', () => {
    expect(booked('paid')).toEqual([
      ['payout:stripe:in-transit 30.00 EUR', 'provider:stripe:pending -30.00 EUR'],
    ]);
  });

  it('comes back when it fails, even after it was paid', () => {
    expect(booked('paid', 'failed').at(-1)).toEqual([
      'provider:stripe:pending 30.00 EUR',
      'payout:stripe:in-transit -30.00 EUR',
    ]);
    expect(booked('in-transit', 'cancelled').at(-1)).toEqual([
      'provider:stripe:pending 30.00 EUR',
      'payout:stripe:in-transit -30.00 EUR',
    ]);
  });

  it('moves nothing when it fails before it was heard of', () => {
    expect(booked('failed')).toEqual([]);
  });

  it('belongs to no payment, and keeps both of its times', () => {
    expect(entriesOf('paid')[0]).toMatchObject({
      paymentId: null,
      payoutReference: 'po_1',
      effectiveAt: AT,
      recordedAt: RECORDED_AT,
    });
  });

  it('balances, and ends in one place, in any order of its facts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES), { maxLength: 8 }), (told) => {
        const postings = entriesOf(...told).flatMap((entry) => entry.postings);
        for (const total of trialBalance(postings).values()) expect(total.isZero).toBe(true);
        const furthest = Math.max(-1, ...told.map((status) => STATUSES.indexOf(status)));
        const isOut = furthest >= 0 && furthest <= STATUSES.indexOf('paid');
        const left = postings.filter(({ account }) => account === 'payout:stripe:in-transit');
        const balance = left.reduce((sum, { amount }) => sum + amount.minorUnits, 0n);
        expect(balance).toBe(isOut ? 3000n : 0n);
      }),
    );
  });
});

describe("a payout in the provider's books", () => {
  const out = Money.of(-3000n, 'EUR');

  it('is sent by its line and brought back by the opposite one, when no event tells of it', () => {
    const sent = bookPayoutLine('paypal', out, UNKNOWN_PAYOUT);
    expect(texts(sent.postings)).toEqual([
      'payout:paypal:in-transit 30.00 EUR',
      'provider:paypal:pending -30.00 EUR',
    ]);
    expect(texts(bookPayoutLine('paypal', out.negated(), sent.state).postings)).toEqual([
      'provider:paypal:pending 30.00 EUR',
      'payout:paypal:in-transit -30.00 EUR',
    ]);
  });

  it('is booked once, whichever of its events and lines come first', () => {
    const told = fc.shuffledSubarray(['paid', 'failed', 'sent', 'back'] as const, { minLength: 4 });
    fc.assert(
      fc.property(told, (order) => {
        fc.pre(order.indexOf('paid') < order.indexOf('failed'));
        fc.pre(order.indexOf('sent') < order.indexOf('back'));
        expect(balancesAfter(order)).toEqual({});
        expect(balancesAfter(order.filter((one) => one === 'paid' || one === 'sent'))).toEqual({
          'payout:stripe:in-transit': 3000n,
          'provider:stripe:pending': -3000n,
        });
      }),
    );
  });

  it('leaves what no payout explains to a person', () => {
    const odd = bookPayoutLine('stripe', Money.of(-1n, 'EUR'), {
      place: 'in-transit',
      amount: Money.of(3000n, 'EUR'),
    });
    expect(odd.postings).toEqual([]);
    expect(odd.unexplained?.toString()).toBe('-0.01 EUR');
  });

  function balancesAfter(order: readonly ('paid' | 'failed' | 'sent' | 'back')[]) {
    let state = UNKNOWN_PAYOUT;
    const balances: Record<string, bigint> = {};
    for (const one of order) {
      const booked =
        one === 'paid' || one === 'failed'
          ? bookPayout(recorded(one), state, RECORDED_AT)
          : bookPayoutLine('stripe', one === 'sent' ? out : out.negated(), state);
      ({ state } = booked);
      const postings = 'entry' in booked ? (booked.entry?.postings ?? []) : booked.postings;
      for (const { account, amount } of postings) {
        balances[account] = (balances[account] ?? 0n) + amount.minorUnits;
      }
    }
    return Object.fromEntries(Object.entries(balances).filter(([, units]) => units !== 0n));
  }

  function recorded(status: PayoutStatus): PayoutRecorded {
    const amount = out.negated();
    const fact = { provider: 'stripe', payoutReference: 'po_1', amount, arrivesAt: null } as const;
    return { type: 'PayoutRecorded', data: { ...fact, status, recordedAt: AT } };
  }
});

function texts(postings: JournalEntry['postings']): string[] {
  return postings.map(({ account, amount }) => `${account} ${amount.toString()}`);
}

/** The entries of a payout that is recorded with these statuses, one after the other. */
function entriesOf(...told: PayoutStatus[]): JournalEntry[] {
  const known: PayoutRecorded[] = [];
  let state = UNKNOWN_PAYOUT;
  return told.flatMap((status) => {
    const amount = Money.of(3000n, 'EUR');
    const fact = { provider: 'stripe', payoutReference: 'po_1', amount, arrivesAt: null } as const;
    return recordPayout({ ...fact, status, at: AT }, known).flatMap((event) => {
      known.push(event);
      const next = bookPayout(event, state, RECORDED_AT);
      state = next.state;
      return next.entry ?? [];
    });
  });
}

function booked(...told: PayoutStatus[]): string[][] {
  return entriesOf(...told).map(({ postings }) =>
    postings.map(({ account, amount }) => `${account} ${amount.toString()}`),
  );
}
