import type { ModelQuality } from '#fraud';
import type { Dataset } from './dataset.js';
import type { FraudModel } from './fraud-model.js';
import {
  aucOf,
  averagePrecisionOf,
  cardPrecisionOf,
  calibrationErrorOf,
  detectionAt,
  meanOf,
} from './metrics.js';
import { fraudsOf } from './training.js';

/** Cards an analyst can look at in a day. */
const CARDS_A_DAY = 100;

export type Evaluation = ModelQuality & {
  readonly rows: number;
  readonly frauds: number;
  /** Card precision of each day, in order. */
  readonly cardPrecisionByDay: readonly number[];
  /** Share of frauds found while 1 % of the honest payments are bothered. */
  readonly detectionAtOnePercent: number;
  readonly ece: number;
  readonly brier: number;
  /** Of frauds, and of honest payments, at or above each threshold. */
  readonly reviewed: { readonly frauds: number; readonly honest: number };
  readonly declined: { readonly frauds: number; readonly honest: number };
};

/** How well a model does on rows it did not learn from. */
export function evaluate(model: FraudModel, data: Dataset): Evaluation {
  const vectors = data.origins.map((_, row) => data.row(row));
  const scores = model.scoreBatch(vectors);
  const frauds = fraudsOf(data);
  const byDay = cardPrecisionOf(scores, data.origins, CARDS_A_DAY);
  const { reviewMin, declineMin } = model.thresholds;
  return {
    rows: data.length,
    frauds: data.fraudCount,
    averagePrecision: averagePrecisionOf(scores, frauds),
    auc: aucOf(scores, frauds),
    cardPrecision: meanOf(byDay),
    cardPrecisionByDay: byDay,
    detectionAtOnePercent: detectionAt(scores, frauds, 0.01),
    ...calibrationErrorOf(scores, frauds),
    reviewed: sharesFrom(reviewMin, scores, frauds),
    declined: sharesFrom(declineMin, scores, frauds),
  };
}

export type Comparison = {
  readonly better: boolean;
  /** In a sentence, for the operator. */
  readonly because: string;
};

/**
 * A challenger must win in average precision and may not lose in card precision: neither on the
 * whole slice nor, paired by day, on more days than it wins.
 */
export function compare(champion: Evaluation, challenger: Evaluation): Comparison {
  const gain = challenger.averagePrecision - champion.averagePrecision;
  const days = champion.cardPrecisionByDay.map(
    (precision, day) => (challenger.cardPrecisionByDay[day] ?? 0) - precision,
  );
  const [won, lost] = [days.filter((gap) => gap > 0).length, days.filter((gap) => gap < 0).length];
  const figures =
    `average precision ${challenger.averagePrecision.toFixed(4)} against ` +
    `${champion.averagePrecision.toFixed(4)}, better on ${won} days and worse on ${lost}`;
  if (!(gain > 0)) return { better: false, because: `no gain: ${figures}` };
  if (challenger.cardPrecision < champion.cardPrecision || lost > won) {
    return { better: false, because: `worse at the top of the list: ${figures}` };
  }
  return { better: true, because: figures };
}

function sharesFrom(
  threshold: number,
  scores: Float64Array,
  frauds: readonly boolean[],
): { frauds: number; honest: number } {
  const count = (wanted: boolean, min: number) =>
    frauds.filter((fraud, row) => fraud === wanted && (scores[row] ?? 0) >= min).length;
  const share = (wanted: boolean) => count(wanted, threshold) / Math.max(1, count(wanted, -1));
  return { frauds: share(true), honest: share(false) };
}
