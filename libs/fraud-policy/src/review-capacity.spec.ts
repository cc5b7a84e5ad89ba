import fc from 'fast-check';
import { FEATURES } from '#fraud';
import { Money, type Currency } from '#money';
import type { CapacityUse, MerchantPast } from '#payments';
import { initiated } from '../../../test/support/payment-events.js';
import type { JudgedPayment, Judgement } from './decide.js';
import { DEFAULT_POLICY, DEFAULT_REVIEW_CAPACITY, type FraudPolicy } from './policy.js';
import { boundedShareOf, firstRoomOf } from './review-capacity.js';
import { ReviewRooms } from './review-rooms.js';
import { Rejudging } from './simulate.js';

const NEW: MerchantPast = { days: 0, payments: 0 };
const EUR = 'EUR' as Currency;
const { savedMax, reserved, sureScore, sureLossEur } = DEFAULT_REVIEW_CAPACITY;

type Made = { readonly score: number; readonly euro: number; readonly past?: MerchantPast };

/** The model's own thresholds are those of the shipped one, about. */
function judged({ score, euro, past = NEW }: Made): JudgedPayment {
  const { data: payment } = initiated({ amount: Money.of(BigInt(Math.round(euro * 100)), EUR) });
  const verdict = score >= 0.87 ? 'decline' : score >= 0.02 ? 'review' : 'approve';
  const features = FEATURES.map(() => 0);
  return { payment, scored: { score, verdict, features, merchantPast: past }, client: 'shop' };
}

function judgeAll(all: readonly Made[], policy: FraudPolicy = DEFAULT_POLICY): Judgement[] {
  const judging = new Rejudging(policy, 0);
  return all.map((made) => judging.wouldSay(judged(made)));
}

function usesOf(judgements: readonly Judgement[]): CapacityUse[] {
  return judgements.flatMap(({ capacity }) => (capacity ? [capacity] : []));
}

const made = fc.record({
  score: fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0.02, max: sureScore, noNaN: true }),
  ),
  euro: fc.integer({ min: 1, max: 3_000 }),
  past: fc.record({
    days: fc.double({ min: 0, max: 27, noNaN: true }),
    payments: fc.integer({ min: 0, max: 100 }),
  }),
});
const sequence = fc.array(made, { maxLength: 300, size: 'max' });

/** Of hundreds of payments each. */
const RUNS = { numRuns: 30 };

describe('the bound on reviews of new merchants', () => {
  it('is kept in every window of any payments', () => {
    fc.assert(
      fc.property(sequence, fc.nat(299), fc.nat(299), (all, one, other) => {
        const window = judgeAll(all).slice(Math.min(one, other), Math.max(one, other) + 1);
        const held = window.filter(({ verdict }) => verdict === 'review').length;
        const shares = usesOf(window).reduce((sum, { share }) => sum + share, 0);
        expect(held).toBeLessThanOrEqual(savedMax + shares + 1e-9);
      }),
      RUNS,
    );
  });

  it('leaves room for what is sure to be worth it, until all room is used up', () => {
    fc.assert(
      fc.property(sequence, (all) => {
        judgeAll(all).forEach(({ verdict, capacity }, index) => {
          if (!capacity || capacity.outcome === null) return;
          const { score = 0 } = all[index] ?? {};
          const sure = score >= sureScore || capacity.lossEur >= sureLossEur;
          if (sure && capacity.room >= 1) expect(verdict).toBe('review');
          if (!sure && verdict === 'review') expect(capacity.room).toBeGreaterThan(reserved);
        });
      }),
      RUNS,
    );
  });

  it('says the same again, and goes on the same from what was recorded', () => {
    fc.assert(
      fc.property(sequence, (all) => {
        const first = judgeAll(all);
        expect(judgeAll(all)).toEqual(first);
        const stored = JSON.parse(JSON.stringify(usesOf(first))) as CapacityUse[];
        const rooms = new ReviewRooms(DEFAULT_REVIEW_CAPACITY);
        for (const use of stored) {
          const before = rooms.of('shop') ?? firstRoomOf(DEFAULT_REVIEW_CAPACITY);
          expect(Math.min(savedMax, before.room + use.share)).toBe(use.room);
          expect(before.priceEur).toBe(use.priceEur);
          rooms.note('shop', use);
        }
        const resumed = new ReviewRooms(DEFAULT_REVIEW_CAPACITY);
        resumed.note('shop', stored.at(-1) ?? null);
        expect(resumed.of('shop')).toEqual(rooms.of('shop'));
      }),
      RUNS,
    );
  });

  it('never changes what is approved or declined by its score', () => {
    fc.assert(
      fc.property(sequence, (all) => {
        judgeAll(all).forEach(({ verdict }, index) => {
          const { score = 0 } = all[index] ?? {};
          if (score >= 0.87) expect(verdict).toBe('decline');
          if (score < 0.02) expect(verdict).toBe('approve');
        });
      }),
      RUNS,
    );
  });

  it('gives the few reviews to what they are worth most for, not to what comes first', () => {
    // Of fifty payments one wants a review: worth 4.4 EUR nine times, and 27 EUR the tenth.
    const all = Array.from({ length: 20_000 }, (_, index) => {
      if (index % 50 !== 0) return { score: 0.001, euro: 40 };
      return index % 500 === 0 ? { score: 0.2, euro: 115 } : { score: 0.11, euro: 20 };
    });
    const late = usesOf(judgeAll(all)).slice(10_000);
    const shareHeld = (euro: number): number => {
      const wanted = late.filter(({ outcome, lossEur }) => {
        return outcome !== null && Math.round(lossEur * 10) / 10 === euro;
      });
      return wanted.filter(({ outcome }) => outcome === 'review').length / wanted.length;
    };
    expect(shareHeld(27)).toBeGreaterThan(0.75);
    expect(shareHeld(4.4)).toBeLessThan(0.5);
    expect(shareHeld(4.4)).toBeGreaterThan(0.1);
  });

  it('still sees a stolen card after a flood that fills the desk', () => {
    const flood = Array.from({ length: 500 }, () => ({ score: 0.25, euro: 200 }));
    const judgements = judgeAll([...flood, { score: 0.6, euro: 80 }]);
    expect(judgements.slice(0, -1).some(({ verdict }) => verdict === 'approve')).toBe(true);
    expect(judgements.at(-1)?.verdict).toBe('review');
  });

  it('lets nothing through for using up the reserve as well', () => {
    const flood = Array.from({ length: 50 }, () => ({ score: 0.6, euro: 80 }));
    const verdicts = judgeAll(flood).map(({ verdict }) => verdict);
    expect(verdicts.filter((verdict) => verdict === 'review')).toHaveLength(reserved + 1);
    expect(new Set(verdicts.slice(reserved + 1))).toEqual(new Set(['decline']));
    // An honest payer of two euros costs more to offend than the fraud would.
    expect(judgeAll([...flood, { score: 0.6, euro: 2 }]).at(-1)?.verdict).toBe('approve');
  });

  it('gives way as the merchant becomes known', () => {
    const share = (days: number, payments = 100): number | null =>
      boundedShareOf(DEFAULT_REVIEW_CAPACITY, { days, payments });
    expect([share(0), share(7), share(17.5)]).toEqual([0.009, 0.009, 0.018]);
    expect([share(28), share(60), share(60, 20)]).toEqual([null, null, null]);
    expect(share(60, 10)).toBe(0.018);
    const known = { days: 30, payments: 50 };
    const all = Array.from({ length: 50 }, () => ({ score: 0.05, euro: 10, past: known }));
    expect(judgeAll(all).map(({ verdict }) => verdict)).toEqual(all.map(() => 'review'));
  });

  it('takes nothing from rules, and nothing from policies without it', () => {
    const all = Array.from({ length: 50 }, () => ({ score: 0.05, euro: 10 }));
    const when = [
      { field: 'customerId' as const, in: [judged({ score: 0, euro: 1 }).payment.customerId] },
    ];
    const rules = [{ id: 'watch', when, verdict: 'review' as const, reason: 'because' }];
    const { reviewCapacity: _, ...unbounded } = DEFAULT_POLICY;
    for (const policy of [{ ...DEFAULT_POLICY, rules }, unbounded]) {
      const judgements = judgeAll(all, policy);
      expect(judgements.map(({ verdict }) => verdict)).toEqual(all.map(() => 'review'));
      expect(usesOf(judgements)).toEqual([]);
    }
  });

  it('is of each client by itself, of as many as memory is kept for', () => {
    const rooms = new ReviewRooms(DEFAULT_REVIEW_CAPACITY, 2);
    const use = { share: 0.008, room: 3, priceEur: 20, lossEur: 30, worth: true } as const;
    rooms.note('a', { ...use, outcome: 'review' });
    expect(rooms.of('b')).toEqual(firstRoomOf(DEFAULT_REVIEW_CAPACITY));
    expect(rooms.of('a')?.room).toBe(2);
    for (const client of ['b', 'c']) rooms.note(client, { ...use, outcome: null });
    expect(rooms.of('a')).toEqual(firstRoomOf(DEFAULT_REVIEW_CAPACITY));
  });
});
