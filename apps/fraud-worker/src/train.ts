import { readArguments, wrongUsage } from '#environment';
import { RemoteEventStore } from '#event-store';
import { loadConfig, run } from '#platform';
import { TrainingConfig } from './config.js';
import { WORLD_SIZE } from './training/generated-worlds.js';
import { trainFromLedger } from './training/train-from-ledger.js';
import { trainGenerated } from './training/train-generated.js';

const USAGE = `usage: npm run train -- [--generated] [--seed N] [--epochs N] [--days N] [--customers N]

Trains a fraud model. Without --generated: from the labels in the event store at EVENTSTORE_URL, as a
challenger that is proposed only if it beats the champion. With it: the first champion of an empty
MODELS_DIR, from made-up payments.
`;

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  generated: { type: 'boolean', default: false },
  seed: TEXT,
  epochs: TEXT,
  days: TEXT,
  customers: TEXT,
} as const;

const NUMBERS = { seed: 1, epochs: 8, days: WORLD_SIZE.days, customers: WORLD_SIZE.customers };

/** A model is shipped with the code: every user of a machine may read it. */
const MODEL_UMASK = 0o022;

const { values } = readArguments(USAGE, OPTIONS);
const numbers = numbersOf(values);

await run('train', async () => {
  process.umask(MODEL_UMASK);
  const config = loadConfig(TrainingConfig, process.env);
  const training = {
    modelsDir: config.MODELS_DIR,
    size: { days: numbers.days, customers: numbers.customers },
    seed: numbers.seed,
    epochs: numbers.epochs,
    now: new Date().toISOString(),
    print,
  };
  if (values.generated) {
    await trainGenerated(training);
    return;
  }
  const store = RemoteEventStore.connect(config.EVENTSTORE_URL);
  try {
    await trainFromLedger({ ...training, store });
  } finally {
    await store.close();
  }
});

function numbersOf(given: Partial<Record<keyof typeof NUMBERS, string>>): typeof NUMBERS {
  const chosen = { ...NUMBERS };
  for (const name of Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]) {
    const value = given[name];
    if (value === undefined) continue;
    if (!/^[1-9]\d{0,5}$/.test(value)) wrongUsage(USAGE, `--${name} must be a number from 1`);
    chosen[name] = Number(value);
  }
  return chosen;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
