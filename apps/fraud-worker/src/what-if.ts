import { readArguments, wrongUsage } from '#environment';
import { RemoteEventStore } from '#event-store';
import { FraudModel, readRegistry } from '#fraud-model';
import { modelOf } from '#fraud-scoring';
import { loadConfig, run } from '#platform';
import { TrainingConfig } from './config.js';
import { whatIf } from './replay/what-if.js';
import { championOf, readModels } from './training/model-stream.js';

const USAGE = `usage: npm run what-if -- [--version V] [--review-min S] [--decline-min S]
                         [--from ISO] [--to ISO]

What another model or other thresholds would have done with past payments: one JSON object a line,
{"progress":0.5} while it runs and {"result":{…}} at the end. Without --version: the champion.
`;

const text = { type: 'string' } as const;
const OPTIONS = {
  version: text,
  'review-min': text,
  'decline-min': text,
  from: text,
  to: text,
} as const;

const { values } = readArguments(USAGE, OPTIONS);
const from = instant('from', values.from ?? '1970-01-01T00:00:00.000Z');
const to = instant('to', values.to ?? '9999-12-31T00:00:00.000Z');
const scores = {
  reviewMin: scoreOf('review-min', values['review-min']),
  declineMin: scoreOf('decline-min', values['decline-min']),
};

await run('what-if', async () => {
  const { EVENTSTORE_URL, MODELS_DIR } = loadConfig(TrainingConfig, process.env);
  const store = RemoteEventStore.connect(EVENTSTORE_URL);
  try {
    const model = await chosenModel(store, MODELS_DIR, values.version);
    const reviewMin = scores.reviewMin ?? model.thresholds.reviewMin;
    const declineMin = scores.declineMin ?? model.thresholds.declineMin;
    const result = await whatIf({
      store,
      model,
      thresholds: { reviewMin, declineMin: Math.max(reviewMin, declineMin) },
      from,
      to,
      onProgress: (progress) => {
        print({ progress });
      },
    });
    model.dispose();
    print({ result });
  } finally {
    await store.close();
  }
});

async function chosenModel(
  store: RemoteEventStore,
  modelsDir: string,
  version: string | undefined,
): Promise<FraudModel> {
  if (version !== undefined) return FraudModel.load(modelsDir, version);
  const champion = championOf(await readModels(store), await readRegistry(modelsDir));
  return modelOf(modelsDir, champion.modelHash);
}

function scoreOf(name: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  if (/^(0|1|0?\.\d+|1\.0+|0\.\d+)$/.test(value)) return Number(value);
  return wrongUsage(USAGE, `--${name} must be a score from 0 to 1, not ${value}`);
}

function instant(name: string, value: string): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) wrongUsage(USAGE, `--${name} must be a date, not ${value}`);
  return date.toISOString();
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
