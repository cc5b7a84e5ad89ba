import { Money } from '#money';
import { initiated } from '../../../test/support/payment-events.js';
import type { JudgedPayment } from './decide.js';
import { DeskLoad } from './desk-load.js';
import { ASSUMED_COSTS, DEFAULT_POLICY, type FraudPolicy } from './policy.js';
import { Rejudging } from './simulate.js';

const WATCHED = {
  id: 'watch',
  when: [{ field: 'customerId' as const, in: ['watched'] }],
  verdict: 'review' as const,
  reason: 'because',
};

function policyOf(reviewsPerDayMax: number | null): FraudPolicy {
  return {
    ...DEFAULT_POLICY,
    rules: [WATCHED],
    costs: { ...ASSUMED_COSTS, reviewsPerDayMax },
  };
}

function payment(customerId: string, score: number | null): JudgedPayment {
  const { data } = initiated({ customerId, amount: Money.parse('200.00', 'EUR') });
  const scored = score === null ? null : ({ score, verdict: 'approve', features: null } as const);
  return { payment: data, scored };
}

/** Payments of two days: a hundred suspicious ones and as many that a rule holds as said. */
function twoDays(held: number): JudgedPayment[] {
  const suspicious = Array.from({ length: 100 }, (_, index) => payment('c', 0.02 + index / 1_000));
  return [...suspicious, ...Array.from({ length: held }, () => payment('watched', 0.5))];
}

function reviewsUnder(policy: FraudPolicy, past: readonly JudgedPayment[]): number {
  const desk = new DeskLoad(policy);
  for (const judged of past) desk.add(judged);
  const judging = new Rejudging(policy, desk.reviewPrice(2));
  return past.filter((judged) => judging.wouldSay(judged).verdict === 'review').length;
}

describe('the load of the desk', () => {
  it('costs nothing while there is room', () => {
    const desk = new DeskLoad(policyOf(null));
    for (const judged of twoDays(10)) desk.add(judged);
    expect(desk.reviewPrice(2)).toBe(0);
    expect(new DeskLoad(policyOf(1)).reviewPrice(2)).toBe(0);
  });

  it('leaves to costs what rules leave of the room', () => {
    expect(reviewsUnder(policyOf(20), twoDays(0))).toBe(40);
    expect(reviewsUnder(policyOf(20), twoDays(10))).toBe(40);
    // Rules are obeyed even where they alone fill more than the desk.
    expect(reviewsUnder(policyOf(20), twoDays(50))).toBe(50);
  });

  it('counts what is held for want of a score', () => {
    const degraded = [{ upToEur: null, verdict: 'review' as const }];
    const unscored = Array.from({ length: 10 }, () => payment('c', null));
    const policy = { ...policyOf(20), degraded };
    expect(reviewsUnder(policy, [...twoDays(0), ...unscored])).toBe(40);
  });
});
