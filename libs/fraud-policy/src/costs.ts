import type { Verdict } from '#payments';
import type { Costs } from './policy.js';

/** What each verdict is expected to cost, in euros. */
export type ExpectedCosts = Readonly<Record<Verdict, number>>;

/**
 * Expected cost of each verdict on one payment (Elkan, "The foundations of cost-sensitive
 * learning", 2001, with the loss depending on the amount).
 *
 * @param score calibrated probability of fraud, 0 to 1.
 * @param reviewPrice added to a review while people are scarce; see `reviewPriceOf`.
 */
export function expectedCosts(
  score: number,
  amountEur: number,
  costs: Costs,
  reviewPrice = 0,
): ExpectedCosts {
  const loss = score * amountEur * (1 - costs.recoveryShare);
  return {
    approve: loss,
    review:
      costs.reviewMinutes * costs.reviewMinuteEur + reviewPrice + costs.reviewMissShare * loss,
    decline: (1 - score) * (costs.insultEur + costs.marginShare * amountEur),
  };
}

/** The cheapest verdict; between equals the one that bothers the payer least. */
export function verdictByCost(expected: ExpectedCosts): Verdict {
  const { approve, review, decline } = expected;
  if (approve <= review && approve <= decline) return 'approve';
  return review <= decline ? 'review' : 'decline';
}

/** The scores from which one amount is held, and declined; above 1: never. */
export type ScoreThresholds = { readonly reviewMin: number; readonly declineMin: number };

/**
 * The thresholds that costs come to for one amount: `verdictByCost` says the same, except on a
 * threshold itself, where it takes the milder verdict. Equal ones: nothing of this amount is worth
 * a review.
 */
export function thresholdsByCost(
  amountEur: number,
  costs: Costs,
  reviewPrice = 0,
): ScoreThresholds {
  const { recoveryShare, reviewMissShare, insultEur, marginShare } = costs;
  const loss = amountEur * (1 - recoveryShare);
  const insult = insultEur + marginShare * amountEur;
  const review = costs.reviewMinutes * costs.reviewMinuteEur + reviewPrice;
  const reviewMin = quotient(review, loss * (1 - reviewMissShare));
  const declineMin = quotient(insult - review, insult + reviewMissShare * loss);
  if (reviewMin < declineMin) return { reviewMin, declineMin };
  const straight = quotient(insult, insult + loss);
  return { reviewMin: straight, declineMin: straight };
}

/** Infinite where nothing is gained, as for an amount of 0. */
function quotient(cost: number, gain: number): number {
  return gain > 0 ? Math.max(0, cost / gain) : Infinity;
}

export type ScoredPayment = { readonly score: number; readonly amountEur: number };

/**
 * What a review must cost more so that no more payments a day are reviewed than people can look at:
 * the price that a full desk puts on itself. 0 while there is room.
 *
 * @param scored payments of `days` whole days.
 */
export function reviewPriceOf(
  scored: readonly ScoredPayment[],
  days: number,
  costs: Costs,
): number {
  const room = costs.reviewsPerDayMax;
  if (room === null || days <= 0) return 0;
  // What a payment saves by being reviewed; the most saving ones get the room.
  const savings = scored
    .map(({ score, amountEur }) => {
      const { approve, review, decline } = expectedCosts(score, amountEur, costs);
      return Math.min(approve, decline) - review;
    })
    .filter((saving) => saving > 0)
    .sort((a, b) => b - a);
  const firstWithout = savings[Math.floor(room * days)];
  // A little more than it saves, so that rounding brings no review back.
  return firstWithout === undefined ? 0 : firstWithout * (1 + 1e-9) + 1e-9;
}
