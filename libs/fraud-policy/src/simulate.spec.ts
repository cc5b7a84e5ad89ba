import { Money } from '#money';
import { initiated } from '../../../test/support/payment-events.js';
import type { PastPayment } from './past-payment.js';
import { DEFAULT_POLICY, type Costs } from './policy.js';
import { simulate } from './simulate.js';

const COSTS: Costs = {
  recoveryShare: 0,
  insultEur: 5,
  marginShare: 0.1,
  reviewMinutes: 6,
  reviewMinuteEur: 0.5,
  reviewMissShare: 0,
  reviewsPerDayMax: null,
};

function past(change: Partial<PastPayment>, score = 0.01): PastPayment {
  const { verdict = 'approve' } = change;
  const scored = { score, verdict, features: null };
  const amount = Money.parse('10.00', 'EUR');
  const { data: payment } = initiated({ customerId: 'c-1', amount });
  return { payment, scored, verdict, amountEur: 10, fraud: false, ...change };
}

/** So many payments of 10 euros. */
function pile(payments: number): object {
  const money = payments === 0 ? {} : { EUR: String(payments * 1000) };
  return { payments, eur: payments * 10, money };
}

describe('simulating a policy on past payments', () => {
  const history = [
    past({}),
    past({ fraud: true }),
    past({ verdict: 'decline', fraud: null }, 0.9),
    past({ verdict: 'review', fraud: true }, 0.4),
  ];
  const terms = { days: 2, costs: COSTS, reviewPrice: 0 };

  it('changes nothing under the policy that decided them', () => {
    const { changed, payments, byVerdict, perDay } = simulate(DEFAULT_POLICY, history, terms);
    expect(changed).toEqual({});
    expect(payments).toBe(4);
    expect(perDay).toMatchObject({ payments: 2, reviews: 0.5, declines: 0.5 });
    expect(byVerdict.approve).toEqual({
      honest: pile(1),
      fraud: pile(1),
      unknown: pile(0),
      blocked: pile(0),
    });
  });

  it('counts what it would change, and keeps apart what was blocked then', () => {
    const when = [{ field: 'customerId' as const, in: ['c-1'] }];
    const rules = [{ id: 'allow', when, verdict: 'approve' as const, reason: 'known' }];
    const { changed, blockedThen, byVerdict, byRule } = simulate(
      { ...DEFAULT_POLICY, rules },
      history,
      terms,
    );
    expect(changed).toEqual({
      'decline>approve': pile(1),
      'review>approve': pile(1),
    });
    expect(blockedThen).toEqual(pile(1));
    expect(byRule).toEqual({
      allow: { honest: pile(1), fraud: pile(2), unknown: pile(0), blocked: pile(1) },
    });
    expect(byVerdict.approve).toMatchObject({ unknown: pile(0), blocked: pile(1) });
  });

  it('shows per band of scores what would be said and what is known', () => {
    const simulation = simulate(DEFAULT_POLICY, history, terms);
    const { bands, insultRate, fraudCaughtShare, perDay } = simulation;
    expect(bands.find(({ from }) => from === 0.9)).toMatchObject({
      byVerdict: { approve: pile(0), decline: pile(1) },
      byOutcome: { honest: pile(0), fraud: pile(0), unknown: pile(0), blocked: pile(1) },
    });
    expect(bands.find(({ from }) => from === 0.01)).toMatchObject({
      byOutcome: { honest: pile(1), fraud: pile(1) },
    });
    expect(insultRate).toBe(0);
    expect(fraudCaughtShare).toBe(0.5);
    expect(perDay.reviewMinutes).toBe(0.5 * 6);
  });

  it('keeps currencies apart, and unscored payments out of the bands', () => {
    const amount = Money.parse('5.125', 'OMR');
    const { data: payment } = initiated({ amount });
    const omani = past({ payment, scored: null, amountEur: 12.2, fraud: null });
    const { byVerdict, bands } = simulate(DEFAULT_POLICY, [past({ fraud: null }), omani], terms);
    expect(byVerdict.approve.unknown.money).toEqual({ EUR: '1000', OMR: '5125' });
    const banded = bands.reduce((sum, { byOutcome }) => sum + byOutcome.unknown.payments, 0);
    expect(banded).toBe(1);
  });

  it('says what to expect of a day', () => {
    const { perDay } = simulate(DEFAULT_POLICY, history, terms);
    // In two days: two approvals of 1 %, a decline of 90 % with 6 euros at stake, and a review.
    expect(perDay.fraudLossEur).toBeCloseTo((0.1 + 0.1) / 2);
    expect(perDay.insultEur).toBeCloseTo((0.1 * 6) / 2);
    expect(perDay.insults).toBeCloseTo(0.1 / 2);
    expect(perDay.reviewEur).toBeCloseTo(3 / 2);
    expect(perDay.lossEur).toBeCloseTo((0.1 + 0.1 + 0.1 * 6 + 3) / 2);
    expect(perDay.fraudStoppedEur).toBeCloseTo((0.9 * 10 + 0.4 * 10) / 2);
  });
});
