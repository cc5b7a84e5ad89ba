import type { RowOrigin } from './dataset.js';

const DAY = 86_400;

/** Area under the ROC curve: how often a fraud scores above an honest payment. Ties count half. */
export function aucOf(scores: ArrayLike<number>, frauds: ArrayLike<boolean>): number {
  const order = ranked(scores).reverse();
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < order.length;) {
    let to = from + 1; // At least one row: a NaN does not even equal itself.
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1;
    for (const row of order.slice(from, to)) {
      if (!frauds[row]) continue;
      rankSum += (from + 1 + to) / 2;
      positives += 1;
    }
    from = to;
  }
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) return NaN;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Average precision: the mean precision over the ranks at which frauds are found. */
export function averagePrecisionOf(scores: ArrayLike<number>, frauds: ArrayLike<boolean>): number {
  const order = ranked(scores);
  let found = 0;
  let precision = 0;
  for (let from = 0; from < order.length;) {
    let to = from + 1; // At least one row: a NaN does not even equal itself.
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1;
    const hits = order.slice(from, to).filter((row) => frauds[row]).length;
    found += hits;
    precision += (hits * found) / to;
    from = to;
  }
  return found === 0 ? NaN : precision / found;
}

/**
 * Card precision: each day the `k` customers with the highest score are looked at; a hit has a
 * fraud that day. Customers once found are not looked at again. Gives one share per day.
 */
export function cardPrecisionOf(
  scores: ArrayLike<number>,
  origins: readonly RowOrigin[],
  k: number,
): number[] {
  const days = new Map<number, Map<string, { score: number; fraud: boolean }>>();
  origins.forEach(({ at, customer, fraud }, row) => {
    const day = Math.floor(at / DAY);
    const customers = days.get(day) ?? new Map<string, { score: number; fraud: boolean }>();
    days.set(day, customers);
    const seen = customers.get(customer);
    const score = Math.max(seen?.score ?? -Infinity, scores[row] ?? 0);
    customers.set(customer, { score, fraud: fraud || (seen?.fraud ?? false) });
  });

  const found = new Set<string>();
  return [...days.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, customers]) => {
      const top = [...customers]
        .filter(([customer]) => !found.has(customer))
        .sort(([, a], [, b]) => b.score - a.score)
        .slice(0, k);
      const hits = top.filter(([, { fraud }]) => fraud);
      for (const [customer] of hits) found.add(customer);
      return hits.length / k;
    });
}

/** Share of frauds found when this share of the honest payments, highest first, is bothered. */
export function detectionAt(
  scores: ArrayLike<number>,
  frauds: ArrayLike<boolean>,
  honestShare: number,
): number {
  const order = ranked(scores);
  const honest = order.filter((row) => !frauds[row]);
  const threshold = scores[honest[Math.floor(honest.length * honestShare)] ?? -1] ?? -Infinity;
  const found = order.filter((row) => frauds[row] && (scores[row] ?? 0) > threshold).length;
  return found / (order.length - honest.length);
}

/** How far the scores are from probabilities: expected calibration error and Brier score. */
export function calibrationErrorOf(
  scores: ArrayLike<number>,
  frauds: ArrayLike<boolean>,
): { readonly ece: number; readonly brier: number } {
  const order = ranked(scores);
  const bins = 15;
  let ece = 0;
  let brier = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const rows = order.slice(
      Math.floor((bin * order.length) / bins),
      Math.floor(((bin + 1) * order.length) / bins),
    );
    let gap = 0;
    for (const row of rows) {
      const error = (scores[row] ?? 0) - (frauds[row] ? 1 : 0);
      gap += error;
      brier += error ** 2 / order.length;
    }
    ece += Math.abs(gap) / order.length;
  }
  return { ece, brier };
}

/** Row numbers from the highest score to the lowest. */
function ranked(scores: ArrayLike<number>): number[] {
  return Array.from({ length: scores.length }, (_, row) => row).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0),
  );
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
