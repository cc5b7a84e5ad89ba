/** Lowest scores for each stricter verdict, 0 to 1. */
export type Thresholds = { readonly reviewMin: number; readonly declineMin: number };

/**
 * What to do with a payment, given its score. A score on a threshold takes the stricter verdict.
 */
export function verdictOf(
  score: number,
  { reviewMin, declineMin }: Thresholds,
): 'approve' | 'review' | 'decline' {
  if (score >= declineMin) return 'decline';
  return score >= reviewMin ? 'review' : 'approve';
}
