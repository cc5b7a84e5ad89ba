import type { Thresholds } from '#fraud';

/** Share of honest payments that may be held for review, and that may be declined. */
const REVIEW_SHARE_MAX = 0.009;
const DECLINE_SHARE_MAX = 0.0003;

const REVIEW_MIN = 0.015;
const DECLINE_MIN = 0.87;

/** The lowest thresholds that bother no more honest payers than they may. */
export function thresholdsOf(scores: ArrayLike<number>, frauds: ArrayLike<boolean>): Thresholds {
  const honest = Array.from(scores)
    .filter((_, row) => !frauds[row])
    .sort((a, b) => b - a);
  const reviewMin = Math.min(0.9, Math.max(REVIEW_MIN, scoreAbove(honest, REVIEW_SHARE_MAX)));
  const declineMin = Math.min(0.999, Math.max(DECLINE_MIN, scoreAbove(honest, DECLINE_SHARE_MAX)));
  return { reviewMin: round(reviewMin), declineMin: round(Math.max(declineMin, reviewMin)) };
}

/** The score that at most this share of the payments, highest first, exceeds. */
function scoreAbove(descending: readonly number[], shareMax: number): number {
  return descending[Math.floor(descending.length * shareMax)] ?? 0;
}

/** Four digits, upwards: a threshold is a policy that people read. */
function round(score: number): number {
  return Math.ceil(score * 1e4) / 1e4;
}
