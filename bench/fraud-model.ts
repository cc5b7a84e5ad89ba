import { parseArgs } from 'node:util';
import { FEATURES, type Feature } from '#fraud';
import {
  aucOf,
  averagePrecisionOf,
  calibrationErrorOf,
  cardPrecisionOf,
  FraudModel,
  train,
  type Dataset,
  type RowOrigin,
} from '#fraud-model';
import { LogisticRegression } from './support/logistic-regression.js';
import { progress } from './support/processes.js';
import { dayAt, foldTransactionFile, spanOf } from './support/transaction-file.js';

/**
 * The protocol of the Fraud Detection Handbook (chapter 5) on a file with its columns: four test
 * weeks, a week of delay before each, customers known as defrauded left out. First logistic
 * regression on the published inputs, which proves the protocol; then our features and our model.
 *
 *   npm run bench -- fraud-model --data <csv.gz> [--validation] [--until-day 157] [--days 56]
 *     [--epochs 5] [--networks 1] [--trees 100] [--only logistic]
 *
 * With --validation it measures the four weeks before, on which everything is chosen.
 */
const FOLDS = 4;
const WEEK = 7;
const CARDS_A_DAY = 100;

/** Validation weeks end where the training of the first test fold ends. */
const VALIDATION_SHIFT = 5 * WEEK;

/** The handbook's last test week ends before its file does. Shorter files are used to their end. */
const UNTIL_DAY = 157;

const BOOK_INPUTS: readonly Feature[] = [
  'amountEur',
  'weekend',
  'night',
  'customer1dCount',
  'customer7dCount',
  'customer30dCount',
  'customer1dMeanEur',
  'customer7dMeanEur',
  'customer30dMeanEur',
  'merchantDelayed1dCount',
  'merchantDelayed7dCount',
  'merchantDelayed30dCount',
  'merchantDelayed1dFraudRate',
  'merchantDelayed7dFraudRate',
  'merchantDelayed30dFraudRate',
];

type Quality = {
  readonly auc: number;
  readonly ap: number;
  readonly cp100: number;
  /** Expected calibration error. */
  readonly ece: number;
  readonly train_seconds?: number;
};
type Scorer = (row: Float32Array) => number;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const { values } = parseArgs({
  options: {
    data: text,
    validation: flag,
    'until-day': text,
    days: text,
    epochs: text,
    networks: text,
    trees: text,
    only: text,
  },
});
if (values.data === undefined) throw new Error('say which file: --data <csv or csv.gz>');
const settings = {
  days: Number(values.days ?? 56),
  epochs: Number(values.epochs ?? 5),
  networks: Number(values.networks ?? 1),
  trees: Number(values.trees ?? 100),
};

const startedMs = performance.now();
const span = await spanOf(values.data);
const starts = trainStarts();
const firstDay = Math.max(0, Math.min(...starts) + WEEK - Math.max(settings.days, WEEK));
const lastDay = Math.max(...starts) + 3 * WEEK;
progress(`folding ${values.data}, ${span.days} days`);
const data = await foldTransactionFile(values.data, { fromDay: firstDay, untilDay: lastDay, span });
const foldSeconds = seconds();
progress(`${data.length} rows kept after ${foldSeconds} s`);

const logistic: Quality[] = [];
const model: Quality[] = [];
for (const start of starts) {
  logistic.push(measure(start, fitLogistic(start)));
  progress(`logistic regression from day ${start}: ${JSON.stringify(logistic.at(-1))}`);
  if (values.only === 'logistic') continue;
  model.push(await fitModel(start));
  progress(`model from day ${start}: ${JSON.stringify(model.at(-1))}, ${seconds()} s`);
}
const result = {
  ...(model.length > 0 ? summary('', model) : {}),
  ...summary('logistic_', logistic),
  weeks: values.validation ? 'validation' : 'test',
  train_starts: starts,
  folds: model,
  logistic_folds: logistic,
  ...settings,
  fold_seconds: foldSeconds,
  seconds: seconds(),
};
process.stdout.write(`${JSON.stringify(result)}\n`);

/** First day of the seven that the handbook trains on, latest fold first. */
function trainStarts(): number[] {
  const untilDay = Number(values['until-day'] ?? Math.min(UNTIL_DAY, span.days));
  const latest = untilDay - 3 * WEEK - (values.validation ? VALIDATION_SHIFT : 0);
  const all = Array.from({ length: FOLDS }, (_, fold) => latest - fold * WEEK);
  const possible = all.filter((start) => start >= 0);
  if (possible.length > 0) return possible;
  throw new Error(
    `${span.days} days are too few: a fold needs a week each to train, wait and test`,
  );
}

function fitLogistic(start: number): Scorer {
  const columns = BOOK_INPUTS.map((input) => FEATURES.indexOf(input));
  const book = (row: Float32Array) => Float32Array.from(columns, (column) => row[column] ?? 0);
  const week = between(start, start + WEEK);
  const rows = week.origins.map((_, row) => book(week.row(row)));
  const model = LogisticRegression.fit(
    rows,
    week.origins.map(({ fraud }) => fraud),
  );
  return (row) => model.score(book(row));
}

async function fitModel(start: number): Promise<Quality> {
  const end = start + WEEK;
  const beganMs = performance.now();
  // The last week only tells the epochs apart; nothing later than the training is looked at.
  const slices = { train: between(end - settings.days, end), validation: between(start, end) };
  const { artefact, hash } = await train(slices, {
    version: `fold-${start}`,
    seed: 1,
    epochs: settings.epochs,
    networks: settings.networks,
    trees: settings.trees,
    source: 'benchmark',
    onEpoch: (epoch, precision) => {
      progress(`epoch ${epoch}: ${precision.toFixed(4)} on the training week`);
    },
  });
  const trainSeconds = Math.round((performance.now() - beganMs) / 1000);
  const trained = await FraudModel.from(artefact, hash);
  const quality = measure(start, (row) => trained.score(row));
  trained.dispose();
  return { ...quality, train_seconds: trainSeconds };
}

/** Scores the test week of a fold without the customers known as defrauded on each day. */
function measure(start: number, score: Scorer): Quality {
  const known = new Set<string>();
  const learn = (day: number) => {
    for (const { at, fraud, customer } of data.origins) {
      if (fraud && dayAt(at, span) === day) known.add(customer);
    }
  };
  for (let day = start; day < start + WEEK; day += 1) learn(day);
  const scores: number[] = [];
  const origins: RowOrigin[] = [];
  for (let day = start + 2 * WEEK; day < start + 3 * WEEK; day += 1) {
    learn(day - WEEK - 1);
    data.origins.forEach((origin, row) => {
      if (dayAt(origin.at, span) !== day || known.has(origin.customer)) return;
      scores.push(score(data.row(row)));
      origins.push(origin);
    });
  }
  const frauds = origins.map(({ fraud }) => fraud);
  const byDay = cardPrecisionOf(scores, origins, CARDS_A_DAY);
  const cp100 = byDay.reduce((sum, day) => sum + day, 0) / byDay.length;
  const { ece } = calibrationErrorOf(scores, frauds);
  return { auc: aucOf(scores, frauds), ap: averagePrecisionOf(scores, frauds), cp100, ece };
}

function between(fromDay: number, untilDay: number): Dataset {
  return data.filter(({ at }) => dayAt(at, span) >= fromDay && dayAt(at, span) < untilDay);
}

function summary(prefix: string, folds: readonly Quality[]): Record<string, number> {
  return Object.fromEntries(
    (['auc', 'ap', 'cp100', 'ece'] as const).flatMap((name) => {
      const all = folds.map((fold) => fold[name]);
      const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
      const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length;
      return [
        [`${prefix}${name}_mean`, round(mean)],
        [`${prefix}${name}_std`, round(Math.sqrt(variance))],
      ];
    }),
  );
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function seconds(): number {
  return Math.round((performance.now() - startedMs) / 1000);
}
