import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { HARD_MIX, heldOutWorld, syntheticPayments, type SyntheticOptions } from '#fraud';
import { FraudModel, train, type Dataset } from '#fraud-model';
import { DEFAULT_POLICY_NAME } from '#fraud-policy';
import { COLD_START_DAYS, ColdStart } from './support/cold-start.js';
import { madeUpMonth, type MadeUpMonth } from './support/made-up-month.js';
import { progress } from './support/processes.js';
import { cardPrecisionCeilingOf, qualityOf, round, rounded } from './support/scores-quality.js';
import {
  factsOfFile,
  FILE_LIMITS,
  foldTransactionFile,
  spanOf,
} from './support/transaction-file.js';
import { daysOf, testWeekOf, trainStartsOf, WEEK } from './support/weekly-folds.js';

/**
 * How hard the generator's payments are, and how the shipped model does on them: by kind of fraud,
 * beside what the generator's own probabilities find, in the default mix of frauds and in a harder
 * one, and with `--data` beside published payments, in the same measures.
 *
 *   npm run bench -- fraud-world [--seed 1901] [--customers 8000] [--data <csv.gz>] [--validation]
 *     [--cold-start]
 *
 * What the default policy's bound on reviews costs on ledgers that begin empty is measured by week,
 * with device and country data and without; `--cold-start` measures that alone.
 *
 * Another seed makes another world: choices are made there, and never on the held-out
 * one. Of the file, the latest test week is measured (or with --validation the latest validation
 * week): by the shipped model as it is, and by the same training on the 56 days before.
 */
const MODELS_DIR = fileURLToPath(new URL('../../models', import.meta.url));
const TRAIN_DAYS = 56;
const HONEST = 0;

/** In the order of the generator's list. */
const SCENARIOS = [
  'stolen card',
  'taken-over account',
  'tested cards',
  'compromised merchant',
  'inflated amounts',
  'made-up identity',
];

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const { values } = parseArgs({
  options: { seed: text, customers: text, data: text, validation: flag, 'cold-start': flag },
});
const world = heldOutWorld(Number(values.customers ?? 8000));
const options = { ...world, seed: Number(values.seed ?? world.seed) };

const shipped = await FraudModel.load(MODELS_DIR);
const result = {
  model: shipped.version,
  seed: options.seed,
  customers: options.customers,
  ...(values['cold-start'] ? {} : await measureMonths()),
  cold_start: await measureColdStarts(),
};
shipped.dispose();
process.stdout.write(`${JSON.stringify(result)}\n`);

async function measureMonths() {
  return {
    default_mix: measureMonth(options),
    hard_mix: measureMonth({ ...options, mix: HARD_MIX }),
    columns_of_a_file: measureMonth({ ...options, bareShare: 1 }),
    ...(values.data === undefined ? {} : { file: await measureFile(values.data) }),
  };
}

/** Three ledgers of a quarter of the customers each; one alone has few frauds in a week. */
async function measureColdStarts() {
  const customers = Math.ceil(options.customers / 4);
  const ofWorlds = async (bareShare: number) => {
    const start = new ColdStart(shipped);
    for (const seed of [options.seed, options.seed + 1, options.seed + 2]) {
      progress(`starting a ledger of ${customers} customers, seed ${seed}`);
      const merchants = Math.ceil(customers / 2);
      const world = { seed, customers, merchants, days: COLD_START_DAYS, bareShare };
      await start.add(syntheticPayments(world));
    }
    return start.weeks;
  };
  return {
    policy: DEFAULT_POLICY_NAME,
    with_device_and_country: await ofWorlds(0),
    without: await ofWorlds(1),
    ...(values.data === undefined ? {} : { file: await coldStartOfFile(values.data) }),
  };
}

async function coldStartOfFile(path: string) {
  progress(`starting a ledger with ${path}`);
  const start = new ColdStart(shipped);
  const span = await spanOf(path);
  await start.add(factsOfFile(path, { span, untilDay: COLD_START_DAYS }), FILE_LIMITS);
  return start.weeks;
}

function measureMonth(month: SyntheticOptions) {
  progress(`making up ${month.customers} customers, seed ${month.seed}`);
  const { data, scenarios, oracle } = madeUpMonth(month);
  const scores = scoresOf(shipped, data);
  const { reviewMin, declineMin } = shipped.thresholds;
  return {
    ...describe(data),
    shipped: rounded(qualityOf(scores, data.origins)),
    at_review: sharesFrom(reviewMin, scores, data),
    at_decline: sharesFrom(declineMin, scores, data),
    oracle: rounded(qualityOf(oracle, data.origins)),
    by_scenario: byScenario(scenarios, { shipped: scores, oracle: Float64Array.from(oracle) }),
  };
}

/** Of each kind of fraud, what is found while 1 % of the honest payments are bothered. */
function byScenario(
  scenarios: MadeUpMonth['scenarios'],
  scorers: Readonly<Record<'shipped' | 'oracle', Float64Array>>,
) {
  const thresholds = Object.entries(scorers).map(([name, scores]) => {
    const honest = scores.filter((_, row) => scenarios[row] === HONEST).sort();
    return { name, scores, above: honest[Math.floor(honest.length * 0.99)] ?? 1 };
  });
  return SCENARIOS.map((scenario, index) => {
    const rows = scenarios.flatMap((number, row) => (number === index + 1 ? [row] : []));
    const found = thresholds.map(({ name, scores, above }) => {
      const hits = rows.filter((row) => (scores[row] ?? 0) > above).length;
      return [name, round(hits / rows.length)] as const;
    });
    return { scenario, frauds: rows.length, ...Object.fromEntries(found) };
  });
}

async function measureFile(path: string) {
  const span = await spanOf(path);
  const [start = 0] = trainStartsOf(span, { validation: values.validation, untilDay: null });
  const end = start + WEEK;
  const days = { fromDay: Math.max(0, end - TRAIN_DAYS), untilDay: start + 3 * WEEK };
  progress(`folding ${path}, ${span.days} days`);
  const data = await foldTransactionFile(path, { ...days, span });
  const week = testWeekOf(data, span, start);
  progress(`training on the ${TRAIN_DAYS} days before day ${end}`);
  const slices = {
    train: daysOf(data, span, [end - TRAIN_DAYS, end]),
    validation: daysOf(data, span, [start, end]),
  };
  const { networks, trees } = shipped.meta.training;
  const settings = { seed: 1, epochs: 5, networks, trees, version: 'file', source: 'benchmark' };
  const { artefact, hash } = await train(slices, settings);
  const trained = await FraudModel.from(artefact, hash);
  const [own, foreign] = [trained, shipped].map((model) =>
    rounded(qualityOf(scoresOf(model, week), week.origins)),
  );
  trained.dispose();
  return {
    week: values.validation ? 'validation' : 'test',
    ...describe(week),
    trained_on_it: own,
    shipped: foreign,
  };
}

function describe(data: Dataset) {
  return {
    payments: data.length,
    frauds: data.fraudCount,
    fraud_share: round(data.fraudCount / data.length),
    cp100_ceiling: round(cardPrecisionCeilingOf(data.origins)),
  };
}

function scoresOf(model: FraudModel, data: Dataset): Float64Array {
  return model.scoreBatch(data.origins.map((_, row) => data.row(row)));
}

function sharesFrom(threshold: number, scores: Float64Array, { origins }: Dataset) {
  const share = (wanted: boolean) => {
    const rows = origins.flatMap(({ fraud }, row) => (fraud === wanted ? [row] : []));
    return round(rows.filter((row) => (scores[row] ?? 0) >= threshold).length / rows.length);
  };
  return { threshold, frauds: share(true), honest: share(false) };
}
