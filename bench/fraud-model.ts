import { parseArgs } from 'node:util';
import { FEATURES, type Feature } from '#fraud';
import { FraudModel, train } from '#fraud-model';
import { LogisticRegression } from './support/logistic-regression.js';
import { progress } from './support/processes.js';
import { MEASURES, qualityOf, round, type Quality } from './support/scores-quality.js';
import { foldTransactionFile, spanOf } from './support/transaction-file.js';
import { daysOf, testWeekOf, trainStartsOf, WEEK } from './support/weekly-folds.js';

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
const untilDay = values['until-day'] === undefined ? null : Number(values['until-day']);
const starts = trainStartsOf(span, { validation: values.validation, untilDay });
const firstDay = Math.max(0, Math.min(...starts) + WEEK - Math.max(settings.days, WEEK));
const lastDay = Math.max(...starts) + 3 * WEEK;
progress(`folding ${values.data}, ${span.days} days`);
const data = await foldTransactionFile(values.data, { fromDay: firstDay, untilDay: lastDay, span });
const foldSeconds = seconds();
progress(`${data.length} rows kept after ${foldSeconds} s`);

const logistic: Quality[] = [];
const model: (Quality & { readonly train_seconds: number })[] = [];
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

function fitLogistic(start: number): Scorer {
  const columns = BOOK_INPUTS.map((input) => FEATURES.indexOf(input));
  const book = (row: Float32Array) => Float32Array.from(columns, (column) => row[column] ?? 0);
  const week = daysOf(data, span, [start, start + WEEK]);
  const rows = week.origins.map((_, row) => book(week.row(row)));
  const model = LogisticRegression.fit(
    rows,
    week.origins.map(({ fraud }) => fraud),
  );
  return (row) => model.score(book(row));
}

async function fitModel(start: number) {
  const end = start + WEEK;
  const beganMs = performance.now();
  // The last week only tells the epochs apart; nothing later than the training is looked at.
  const slices = {
    train: daysOf(data, span, [end - settings.days, end]),
    validation: daysOf(data, span, [start, end]),
  };
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

function measure(start: number, score: Scorer): Quality {
  const week = testWeekOf(data, span, start);
  const scores = week.origins.map((_, row) => score(week.row(row)));
  return qualityOf(scores, week.origins);
}

function summary(prefix: string, folds: readonly Quality[]): Record<string, number> {
  return Object.fromEntries(
    MEASURES.flatMap((name) => {
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

function seconds(): number {
  return Math.round((performance.now() - startedMs) / 1000);
}
