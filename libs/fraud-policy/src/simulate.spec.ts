import { initiated } from '../../../test/support/payment-events.js';
import { DEFAULT_POLICY, type Costs } from './policy.js';
import { simulate, type PastPayment } from './simulate.js';

const COSTS: Costs = {
  recoveryShare: 0,
  insultEur: 5,
  marginShare: 0.1,
  reviewEur: 3,
  reviewMissShare: 0,
  reviewsPerDayMax: null,
};

function past(change: Partial<PastPayment>, score = 0.01): PastPayment {
  const { verdict = 'approve' } = change;
  const scored = { score, verdict, features: null };
  const { data: payment } = initiated({ customerId: 'c-1' });
  return { payment, scored, verdict, amountEur: 10, fraud: false, ...change };
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
    const { changed, payments, byVerdict, reviewsPerDay } = simulate(
      DEFAULT_POLICY,
      history,
      terms,
    );
    expect(changed).toEqual({});
    expect(payments).toBe(4);
    expect(reviewsPerDay).toBe(0.5);
    expect(byVerdict.approve).toEqual({
      honest: { payments: 1, eur: 10 },
      fraud: { payments: 1, eur: 10 },
      unknown: { payments: 0, eur: 0 },
    });
  });

  it('counts what it would change, and keeps apart what was blocked then', () => {
    const when = [{ field: 'customerId' as const, in: ['c-1'] }];
    const rules = [{ id: 'allow', when, verdict: 'approve' as const, reason: 'known' }];
    const { changed, blockedThen, byVerdict } = simulate(
      { ...DEFAULT_POLICY, rules },
      history,
      terms,
    );
    expect(changed).toEqual({
      'decline>approve': { payments: 1, eur: 10 },
      'review>approve': { payments: 1, eur: 10 },
    });
    expect(blockedThen).toEqual({ payments: 1, eur: 10 });
    expect(byVerdict.approve.unknown).toEqual({ payments: 1, eur: 10 });
  });

  it('says what it expects to lose', () => {
    const { expectedLossEur } = simulate(DEFAULT_POLICY, history, terms);
    // Two approvals of 1 %, a decline of 90 % with 6 euros at stake, and a review.
    expect(expectedLossEur).toBeCloseTo(0.1 + 0.1 + 0.1 * 6 + 3);
  });
});
