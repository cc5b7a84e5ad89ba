import { readArguments } from '#environment';
import { RemoteEventStore } from '#event-store';
import { loadConfig, run } from '#platform';
import { TrainingConfig } from './config.js';
import { judgeChallenger } from './training/judge-challenger.js';

const USAGE = `usage: npm run judge

Compares challenger and champion by the labels that the event store at EVENTSTORE_URL has by now, and
records the comparison for those who decide. Operations runs it weekly.
`;

readArguments(USAGE, {});

await run('judge', async () => {
  const { EVENTSTORE_URL, MODELS_DIR: modelsDir } = loadConfig(TrainingConfig, process.env);
  const store = RemoteEventStore.connect(EVENTSTORE_URL);
  try {
    const now = new Date().toISOString();
    const print = (line: string): void => void process.stdout.write(`${line}\n`);
    await judgeChallenger({ store, modelsDir, now, print });
  } finally {
    await store.close();
  }
});
