import { RemoteEventStore } from '#event-store';
import { loadConfig, run } from '#platform';
import { TrainingConfig } from './config.js';
import { judgeChallenger } from './training/judge-challenger.js';

/** Compares challenger and champion by today's labels; `npm run judge`, and weekly by schedule. */
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
