import { FEATURES, SeededRandom, type Feature, type GateCriterion } from '#fraud';
import { evaluate, type Evaluation } from './comparison.js';
import type { Dataset } from './dataset.js';
import { PARITY_MAX, type FraudModel } from './fraud-model.js';
import { averagePrecisionOf, cardPrecisionOf, meanOf } from './metrics.js';
import { fraudsOf } from './training.js';

/** Both models on payments that neither of them learnt from, as they were scored. */
export type Contest = {
  readonly data: Dataset;
  readonly champion: FraudModel;
  readonly challenger: FraudModel;
};

const RESAMPLES = 1000;
/** Of the resampled series of days, how many the challenger must win. */
const CONFIDENCE_MIN = 0.9;
/** Most average precision that one segment may lose, and frauds it needs to be judged by. */
const SEGMENT_LOSS_MAX = 0.02;
const SEGMENT_FRAUDS_MIN = 20;
/** Expected calibration error that is always good enough, and else how much worse it may be. */
const ECE_GOOD = 0.005;
const ECE_WORSE_MAX = 1.1;
/** Microseconds a score may take, or twice the champion's. */
const LATENCY_GOOD_US = 200;
const TIMED_ROWS = 400;

const CARDS_A_DAY = 100;
const DAY = 86_400;

/** Every condition a challenger must meet before two people may promote it without a reason. */
export function gateOf(contest: Contest): GateCriterion[] {
  const { data, champion, challenger } = contest;
  const [before, after] = [evaluate(champion, data), evaluate(challenger, data)];
  const scores = [champion, challenger].map((model) => scoresOf(model, data));
  const [old = new Float64Array(), young = new Float64Array()] = scores;
  return [
    averagePrecision(data, { before, after, old, young }),
    cardPrecision(data, { before, after }),
    segments(data, { old, young }),
    calibration(before, after),
    latency(contest),
    parity(contest, young),
  ];
}

type Both = { readonly before: Evaluation; readonly after: Evaluation };
type Scores = { readonly old: Float64Array; readonly young: Float64Array };

/** Paired by day, so that one lucky day does not decide. */
function averagePrecision(
  data: Dataset,
  { before, after, old, young }: Both & Scores,
): GateCriterion {
  const gains = [...rowsByDay(data).values()].flatMap((rows) => {
    const frauds = rows.map((row) => data.origins[row]?.fraud ?? false);
    if (!frauds.includes(true)) return [];
    const on = (scores: Float64Array) =>
      averagePrecisionOf(
        rows.map((row) => scores[row] ?? 0),
        frauds,
      );
    return [on(young) - on(old)];
  });
  const won = shareOfResamples(gains, (gain) => gain > 0);
  const gain = after.averagePrecision - before.averagePrecision;
  return {
    name: 'average-precision',
    holds: gain > 0 && won >= CONFIDENCE_MIN,
    because:
      `average precision ${figure(after.averagePrecision)} against ` +
      `${figure(before.averagePrecision)}; better in ${percent(won)} of the resampled days`,
  };
}

function cardPrecision(data: Dataset, { before, after }: Both): GateCriterion {
  const gains = before.cardPrecisionByDay.map(
    (precision, day) => (after.cardPrecisionByDay[day] ?? 0) - precision,
  );
  const kept = shareOfResamples(gains, (gain) => gain >= 0);
  const perfect = Float64Array.from(data.origins, ({ fraud }) => (fraud ? 1 : 0));
  const ceiling = meanOf(cardPrecisionOf(perfect, data.origins, CARDS_A_DAY));
  const gain = after.cardPrecision - before.cardPrecision;
  // No challenger can beat a champion that finds every card there is to be found.
  const isWon = gain > 0 || (gain === 0 && before.cardPrecision >= ceiling);
  return {
    name: 'card-precision',
    holds: isWon && kept >= CONFIDENCE_MIN,
    because:
      `card precision ${figure(after.cardPrecision)} against ${figure(before.cardPrecision)} of at ` +
      `most ${figure(ceiling)}; no worse in ${percent(kept)} of the resampled days`,
  };
}

type Segment = { readonly name: string; readonly has: (row: ArrayLike<number>) => boolean };

const SEGMENTS: readonly Segment[] = [
  { name: 'PayPal', has: (row) => at(row, 'paypal') === 1 },
  { name: 'cards', has: (row) => at(row, 'paypal') === 0 },
  { name: 'below 50 EUR', has: (row) => at(row, 'amountEur') < 50 },
  { name: '50 to 250 EUR', has: (row) => within(at(row, 'amountEur'), 50, 250) },
  { name: 'from 250 EUR', has: (row) => at(row, 'amountEur') >= 250 },
  { name: 'new customers', has: (row) => at(row, 'customerAgeDays') < 1 },
  { name: 'known customers', has: (row) => at(row, 'customerAgeDays') >= 1 },
  { name: 'foreign currency', has: (row) => at(row, 'currencyForeign') === 1 },
  { name: 'without a device', has: (row) => at(row, 'deviceAbsent') === 1 },
];

function segments(data: Dataset, { old, young }: Scores): GateCriterion {
  const worse: string[] = [];
  let judged = 0;
  for (const { name, has } of SEGMENTS) {
    const rows = data.origins.flatMap((_, row) => (has(data.row(row)) ? [row] : []));
    const frauds = rows.map((row) => data.origins[row]?.fraud ?? false);
    if (frauds.filter(Boolean).length < SEGMENT_FRAUDS_MIN) continue;
    judged += 1;
    const on = (scores: Float64Array) =>
      averagePrecisionOf(
        rows.map((row) => scores[row] ?? 0),
        frauds,
      );
    const loss = on(old) - on(young);
    if (loss > SEGMENT_LOSS_MAX) worse.push(`${name} loses ${figure(loss)} of average precision`);
  }
  const because = worse.length > 0 ? worse.join(', ') : `none of ${judged} segments is worse`;
  return { name: 'segments', holds: worse.length === 0, because };
}

function calibration(before: Evaluation, after: Evaluation): GateCriterion {
  return {
    name: 'calibration',
    holds: after.ece <= Math.max(ECE_GOOD, before.ece * ECE_WORSE_MAX),
    because: `expected calibration error ${figure(after.ece)} against ${figure(before.ece)}`,
  };
}

function latency({ data, champion, challenger }: Contest): GateCriterion {
  const [old, young] = [champion, challenger].map((model) => medianUs(model, data));
  const limit = Math.max(LATENCY_GOOD_US, 2 * (old ?? 0));
  return {
    name: 'latency',
    holds: (young ?? Infinity) <= limit,
    because: `one score takes ${(young ?? NaN).toFixed(0)} µs, at most ${limit.toFixed(0)} may it`,
  };
}

function parity({ data, challenger }: Contest, batch: Float64Array): GateCriterion {
  let apart = 0;
  for (const [row] of data.origins.entries()) {
    apart = Math.max(apart, Math.abs(challenger.score(data.row(row)) - (batch[row] ?? NaN)));
  }
  return {
    name: 'parity',
    holds: apart <= PARITY_MAX,
    because: `live and batch scores are at most ${apart.toExponential(1)} apart`,
  };
}

function scoresOf(model: FraudModel, data: Dataset): Float64Array {
  return model.scoreBatch(fraudsOf(data).map((_, row) => data.row(row)));
}

function medianUs(model: FraudModel, data: Dataset): number {
  const times = Array.from({ length: TIMED_ROWS }, (_, index) => {
    const startedMs = performance.now();
    model.score(data.row(index % data.length));
    return (performance.now() - startedMs) * 1000;
  });
  return times.sort((a, b) => a - b)[TIMED_ROWS / 2] ?? NaN;
}

/** Share of series of days, drawn with replacement, whose mean fits; 0 without any day. */
function shareOfResamples(days: readonly number[], fits: (mean: number) => boolean): number {
  if (days.length === 0) return 0;
  const random = new SeededRandom(1);
  let count = 0;
  for (let round = 0; round < RESAMPLES; round += 1) {
    let sum = 0;
    for (let left = days.length; left > 0; left -= 1) sum += days[random.below(days.length)] ?? 0;
    if (fits(sum / days.length)) count += 1;
  }
  return count / RESAMPLES;
}

function rowsByDay(data: Dataset): ReadonlyMap<number, number[]> {
  const days = new Map<number, number[]>();
  data.origins.forEach((origin, row) => {
    const day = Math.floor(origin.at / DAY);
    const rows = days.get(day);
    if (rows) rows.push(row);
    else days.set(day, [row]);
  });
  return days;
}

function at(row: ArrayLike<number>, feature: Feature): number {
  return row[FEATURES.indexOf(feature)] ?? 0;
}

function within(value: number, from: number, below: number): boolean {
  return value >= from && value < below;
}

function figure(value: number): string {
  return value.toFixed(4);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
