import { parseArgs } from 'node:util';
import { FEATURES, type Feature } from '#fraud';
import {
  aucOf,
  averagePrecisionOf,
  cardPrecisionOf,
  FraudModel,
  train,
  type Dataset,
  type RowOrigin,
} from '#fraud-model';
import { LogisticRegression } from './support/logistic-regression.js';
import { progress } from './support/processes.js';
import { dayAt, dayOf, foldTransactionFile } from './support/transaction-file.js';

/**
 * The protocol of the Fraud Detection Handbook (chapter 5) on a file with its columns: four test
 * weeks, a week of delay before each, customers known as defrauded left out. First logistic
 * regression on the published inputs, which proves the protocol; then our features and network.
 *
 *   npm run bench -- fraud-model --data <csv.gz> [--days 35] [--epochs 8] [--only logistic]
 */
const TRAIN_STARTS = ['2018-07-25', '2018-08-01', '2018-08-08', '2018-08-15'].map(dayOf);
const WEEK = 7;
const CARDS_A_DAY = 100;

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

type Quality = { readonly auc: number; readonly ap: number; readonly cp100: number };
type Scorer = (row: Float32Array) => number;

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { data: text, days: text, epochs: text, only: text },
});
if (values.data === undefined) throw new Error('say which file: --data <csv or csv.gz>');
const trainDays = Number(values.days ?? 35);
const epochs = Number(values.epochs ?? 8);

const startedMs = performance.now();
const firstDay = Math.min(...TRAIN_STARTS) + WEEK - Math.max(trainDays, WEEK);
const lastDay = Math.max(...TRAIN_STARTS) + 3 * WEEK;
progress(`folding ${values.data}`);
const data = await foldTransactionFile(values.data, { fromDay: firstDay, untilDay: lastDay });
progress(`${data.length} rows kept after ${seconds()} s`);

const logistic: Quality[] = [];
const network: Quality[] = [];
for (const start of TRAIN_STARTS) {
  logistic.push(measure(start, fitLogistic(start)));
  progress(`logistic regression from day ${start}: ${JSON.stringify(logistic.at(-1))}`);
  if (values.only === 'logistic') continue;
  network.push(await fitNetwork(start));
  progress(`network from day ${start}: ${JSON.stringify(network.at(-1))}, ${seconds()} s`);
}
const result = {
  ...(network.length > 0 ? summary('', network) : {}),
  ...summary('logistic_', logistic),
  folds: network,
  logistic_folds: logistic,
  train_days: trainDays,
  epochs,
  seconds: seconds(),
};
process.stdout.write(`${JSON.stringify(result)}\n`);

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

async function fitNetwork(start: number): Promise<Quality> {
  const end = start + WEEK;
  // The last week only tells the epochs apart; nothing later than the training is looked at.
  const slices = { train: between(end - trainDays, end), validation: between(start, end) };
  const { artefact, hash } = await train(slices, {
    version: `fold-${start}`,
    seed: 1,
    epochs,
    source: 'benchmark',
    onEpoch: (epoch, precision) => {
      progress(`epoch ${epoch}: ${precision.toFixed(4)} on the training week`);
    },
  });
  const model = await FraudModel.from(artefact, hash);
  const quality = measure(start, (row) => model.score(row));
  model.dispose();
  return quality;
}

/** Scores the test week of a fold without the customers known as defrauded on each day. */
function measure(start: number, score: Scorer): Quality {
  const known = new Set<string>();
  const learn = (day: number) => {
    for (const { at, fraud, customer } of data.origins) {
      if (fraud && dayAt(at) === day) known.add(customer);
    }
  };
  for (let day = start; day < start + WEEK; day += 1) learn(day);
  const scores: number[] = [];
  const origins: RowOrigin[] = [];
  for (let day = start + 2 * WEEK; day < start + 3 * WEEK; day += 1) {
    learn(day - WEEK - 1);
    data.origins.forEach((origin, row) => {
      if (dayAt(origin.at) !== day || known.has(origin.customer)) return;
      scores.push(score(data.row(row)));
      origins.push(origin);
    });
  }
  const frauds = origins.map(({ fraud }) => fraud);
  const byDay = cardPrecisionOf(scores, origins, CARDS_A_DAY);
  const cp100 = byDay.reduce((sum, day) => sum + day, 0) / byDay.length;
  return { auc: aucOf(scores, frauds), ap: averagePrecisionOf(scores, frauds), cp100 };
}

function between(fromDay: number, untilDay: number): Dataset {
  return data.filter(({ at }) => dayAt(at) >= fromDay && dayAt(at) < untilDay);
}

function summary(prefix: string, folds: readonly Quality[]): Record<string, number> {
  return Object.fromEntries(
    (['auc', 'ap', 'cp100'] as const).flatMap((name) => {
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
