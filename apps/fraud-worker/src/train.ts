import { parseArgs } from 'node:util';
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

const NUMBERS = { seed: 1, epochs: 8, days: WORLD_SIZE.days, customers: WORLD_SIZE.customers };

/** A model is shipped with the code: every user of a machine may read it. */
const MODEL_UMASK = 0o022;

await run('train', async () => {
  process.umask(MODEL_UMASK);
  const { config, values, numbers } = readArguments();
  if (values.help) {
    print(USAGE.trimEnd());
    return;
  }
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

function readArguments() {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    options: {
      generated: flag,
      help: flag,
      seed: text,
      epochs: text,
      days: text,
      customers: text,
    },
  });
  const numbers = { ...NUMBERS };
  for (const name of Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]) {
    const value = values[name];
    if (value === undefined) continue;
    if (!/^[1-9]\d{0,5}$/.test(value)) throw new RangeError(`--${name} must be a number from 1`);
    numbers[name] = Number(value);
  }
  return { config: loadConfig(TrainingConfig, process.env), values, numbers };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
