import fc from 'fast-check';
import { Money } from '#money';
import { recordPayout, type PayoutRecorded, type PayoutStatus } from '#payments';
import type { JournalEntry } from './entry.js';
import { bookPayout, type PayoutPlace } from './payout-entry.js';
import { trialBalance } from './trial-balance.js';

const AT = '2026-11-21T05:00:00.000Z';
const RECORDED_AT = '2026-11-21T12:00:00.000Z';
const STATUSES = ['pending', 'in-transit', 'paid', 'failed', 'cancelled'] as const;

describe('a payout', () => {
  it('is in transit once it is made, and at the bank once it is paid', () => {
    expect(booked('in-transit')).toEqual([
      ['payout:stripe:in-transit 30.00 EUR', 'provider:stripe:pending -30.00 EUR'],
    ]);
    expect(booked('pending', 'in-transit', 'paid')).toEqual([
      ['payout:stripe:in-transit 30.00 EUR', 'provider:stripe:pending -30.00 EUR'],
      ['bank:stripe 30.00 EUR', 'payout:stripe:in-transit -30.00 EUR'],
    ]);
  });

  it('goes straight to the bank when nobody told of its way', () => {
    expect(booked('paid')).toEqual([
      ['bank:stripe 30.00 EUR', 'provider:stripe:pending -30.00 EUR'],
    ]);
  });

  it('comes back when it fails, even after it arrived', () => {
    expect(booked('paid', 'failed').at(-1)).toEqual([
      'provider:stripe:pending 30.00 EUR',
      'bank:stripe -30.00 EUR',
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

  it('balances, and ends in one place, in whatever order it is told of', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES), { maxLength: 8 }), (told) => {
        const postings = entriesOf(...told).flatMap((entry) => entry.postings);
        for (const total of trialBalance(postings).values()) expect(total.isZero).toBe(true);
        const furthest = Math.max(-1, ...told.map((status) => STATUSES.indexOf(status)));
        const place = ['payout:stripe:in-transit', 'payout:stripe:in-transit', 'bank:stripe'][
          furthest
        ];
        const left = postings.filter(({ account }) => account === place);
        const balance = left.reduce((sum, { amount }) => sum + amount.minorUnits, 0n);
        expect(balance).toBe(place === undefined ? 0n : 3000n);
      }),
    );
  });
});

/** The entries of a payout that is told to have these statuses, one after the other. */
function entriesOf(...told: PayoutStatus[]): JournalEntry[] {
  const known: PayoutRecorded[] = [];
  let place: PayoutPlace = 'provider';
  return told.flatMap((status) => {
    const amount = Money.of(3000n, 'EUR');
    const fact = { provider: 'stripe', payoutReference: 'po_1', amount, arrivesAt: null } as const;
    return recordPayout({ ...fact, status, at: AT }, known).flatMap((event) => {
      known.push(event);
      const next = bookPayout(event, place, RECORDED_AT);
      place = next.place;
      return next.entry ?? [];
    });
  });
}

function booked(...told: PayoutStatus[]): string[][] {
  return entriesOf(...told).map(({ postings }) =>
    postings.map(({ account, amount }) => `${account} ${amount.toString()}`),
  );
}
