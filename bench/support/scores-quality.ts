import {
  aucOf,
  averagePrecisionOf,
  calibrationErrorOf,
  cardPrecisionOf,
  detectionAt,
  type RowOrigin,
} from '#fraud-model';

const CARDS_A_DAY = 100;

/** Share of the honest payments that may be bothered for the last measure. */
const BOTHERED_SHARE = 0.01;

/** The measures of the Fraud Detection Handbook, and the frauds found at a fixed cost. */
export type Quality = {
  readonly auc: number;
  readonly ap: number;
  readonly cp100: number;
  /** Expected calibration error. */
  readonly ece: number;
  /** Share of frauds found while 1 % of the honest payments are bothered. */
  readonly detection_at_1pct: number;
};

export const MEASURES = ['auc', 'ap', 'cp100', 'ece', 'detection_at_1pct'] as const;

export function qualityOf(scores: ArrayLike<number>, origins: readonly RowOrigin[]): Quality {
  const frauds = origins.map(({ fraud }) => fraud);
  const byDay = cardPrecisionOf(scores, origins, CARDS_A_DAY);
  return {
    auc: aucOf(scores, frauds),
    ap: averagePrecisionOf(scores, frauds),
    cp100: byDay.reduce((sum, day) => sum + day, 0) / byDay.length,
    ece: calibrationErrorOf(scores, frauds).ece,
    detection_at_1pct: detectionAt(scores, frauds, BOTHERED_SHARE),
  };
}

/** What the best possible order of these payments would reach: all frauds first. */
export function cardPrecisionCeilingOf(origins: readonly RowOrigin[]): number {
  const perfect = origins.map(({ fraud }) => Number(fraud));
  return qualityOf(perfect, origins).cp100;
}

export function rounded<T extends Readonly<Record<string, number>>>(figures: T): T {
  const entries = Object.entries(figures).map(([name, value]) => [name, round(value)]);
  return Object.fromEntries(entries) as T;
}

export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
