import { hashKey, loadConfig, type RunningApp } from '#platform';
import { Config } from '../../apps/operations/src/config.js';
import { jobStream } from '../../apps/operations/src/jobs/job.js';
import { eventually } from '../support/eventually.js';
import { assessed, initiated } from '../support/payment-events.js';
import { appendInterleaved } from '../support/postgres-views.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { startOperations } from '../support/operations.js';

const OPERATOR = 'olga:operator';
const HOUR_MS = 3_600_000;

describe('the fraud gauges', () => {
  const store = new InMemoryEventStore();

  let running: RunningApp;

  afterEach(() => running.stop());

  it('say after a restart what the last watch found, without watching again', async () => {
    const now = new Date(Date.now() - HOUR_MS).toISOString();
    const made = initiated({ occurredAt: now, initiatedAt: now });
    await appendInterleaved(store, [[made, assessed('approve', { assessedAt: now })]]);
    running = await start();
    const found = await gaugesOf(running);
    expect(found).toEqual(['assay_fraud_unscored_ratio 0']); // Drift has nothing to compare with.
    await running.stop();

    running = await start();
    expect(await gaugesOf(running)).toEqual(found);
    const runs = store.events.filter(
      ({ stream, type }) => stream === jobStream('fraud-watch-weekly') && type === 'JobStarted',
    );
    expect(runs).toHaveLength(1);
  });

  function start(): Promise<RunningApp> {
    return startOperations({
      config: loadConfig(Config, {
        PORT: '0',
        API_KEYS: `${OPERATOR}:${hashKey(OPERATOR)}`,
        STRIPE_SECRET_KEY: 'sk_test_x',
        PAYPAL_CLIENT_ID: 'x',
        PAYPAL_CLIENT_SECRET: 'x',
      }),
      eventStore: store,
    });
  }

  function gaugesOf({ url }: RunningApp): Promise<string[]> {
    return eventually(async () => {
      const headers = { authorization: `Bearer ${OPERATOR}` };
      const answer = await fetch(`${url}/metrics`, { headers });
      const lines = (await answer.text()).split('\n');
      const gauges = lines.filter((line) => line.startsWith('assay_fraud_'));
      return gauges.length > 0 && gauges;
    });
  }
});
