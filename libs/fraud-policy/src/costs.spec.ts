import fc from 'fast-check';
import { expectedCosts, reviewPriceOf, thresholdsByCost, verdictByCost } from './costs.js';
import type { Costs } from './policy.js';

const COSTS: Costs = {
  recoveryShare: 0.2,
  insultEur: 5,
  marginShare: 0.1,
  reviewMinutes: 6,
  reviewMinuteEur: 0.5,
  reviewMissShare: 0.1,
  reviewsPerDayMax: null,
};

function verdict(score: number, amountEur: number, reviewPrice = 0): string {
  return verdictByCost(expectedCosts(score, amountEur, COSTS, reviewPrice));
}

describe('the cheapest verdict', () => {
  it.each([
    [0.001, 100, 'approve'], // Loses 8 cents on average.
    [0.05, 100, 'review'], // 4.00 to approve, 3.40 to review, 14.25 to decline.
    [0.95, 100, 'decline'], // 76 to approve, 10.60 to review, 0.75 to decline.
    [0.05, 20, 'approve'], // The same suspicion of less money: 0.80 against 3.08.
  ])('of a score of %s on %s euros is to %s', (score, amountEur, expected) => {
    expect(verdict(score, amountEur)).toBe(expected);
  });

  it('never gets milder as the score rises', () => {
    const order = ['approve', 'review', 'decline'];
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(probability, probability, fc.integer({ min: 1, max: 5_000 }), (a, b, eur) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(order.indexOf(verdict(high, eur))).toBeGreaterThanOrEqual(
          order.indexOf(verdict(low, eur)),
        );
      }),
    );
  });
});

describe('the thresholds of an amount', () => {
  it('fall as the amount rises', () => {
    const [small, large] = [thresholdsByCost(20, COSTS), thresholdsByCost(500, COSTS)];
    expect(small.reviewMin).toBeCloseTo(3 / (20 * 0.8 * 0.9), 10);
    expect(large.reviewMin).toBeLessThan(0.01);
    expect(large.reviewMin).toBeLessThan(large.declineMin);
  });

  it('say of every score what is cheapest', () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    const price = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(score, fc.integer({ min: 1, max: 5_000 }), price, (at, eur, reviewPrice) => {
        const { reviewMin, declineMin } = thresholdsByCost(eur, COSTS, reviewPrice);
        if ([reviewMin, declineMin].some((each) => Math.abs(each - at) < 1e-9)) return;
        const said = at > declineMin ? 'decline' : at > reviewMin ? 'review' : 'approve';
        expect(verdict(at, eur, reviewPrice)).toBe(said);
      }),
    );
  });

  it('never hold what nothing can be lost on', () => {
    expect(thresholdsByCost(0, COSTS).declineMin).toBeGreaterThanOrEqual(1);
  });
});

describe('the price of a review', () => {
  const scored = Array.from({ length: 100 }, (_, index) => ({
    score: 0.02 + index / 1_000,
    amountEur: 200,
  }));

  it('is nothing while people have room', () => {
    expect(reviewPriceOf(scored, 1, COSTS)).toBe(0);
    expect(reviewPriceOf(scored, 1, { ...COSTS, reviewsPerDayMax: 1_000 })).toBe(0);
  });

  it('leaves no more reviews than people can look at', () => {
    fc.assert(
      fc.property(fc.nat(120), (room) => {
        const price = reviewPriceOf(scored, 1, { ...COSTS, reviewsPerDayMax: room });
        const reviews = scored.filter(
          ({ score, amountEur }) => verdict(score, amountEur, price) === 'review',
        );
        expect(reviews.length).toBeLessThanOrEqual(room);
      }),
    );
  });
});
