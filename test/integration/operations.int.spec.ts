import { Money } from '#money';
import { hashKey, loadConfig, type RunningApp } from '#platform';
import type { PaymentProvider, SettlementLine } from '#provider-port';
import { Config } from '../../apps/operations/src/config.js';
import { eventually } from '../support/eventually.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { startOperations } from '../support/operations.js';

const LINE: SettlementLine = {
  provider: 'stripe',
  lineId: 'txn_1',
  kind: 'capture',
  reference: 'ch_1',
  paymentId: null,
  amount: Money.of(1050n, 'EUR'),
  fee: Money.of(40n, 'EUR'),
  at: '2026-11-21T10:00:00.000Z',
};

let store: InMemoryEventStore;
let operations: RunningApp;
let away: boolean;

beforeEach(async () => {
  store = new InMemoryEventStore();
  away = false;
  async function* books(): AsyncGenerator<SettlementLine> {
    if (away) throw new Error('stripe: no answer within 10000 ms');
    yield LINE;
  }
  operations = await startOperations({
    config: loadConfig(Config, {
      PORT: '0',
      API_KEYS: [
        `shop:service:${hashKey('shop-key')}`,
        `olga:operator:${hashKey('operator-key')}`,
        `aud:auditor:${hashKey('auditor-key')}`,
      ].join(','),
      STRIPE_SECRET_KEY: 'sk_test_x',
      PAYPAL_CLIENT_ID: 'x',
      PAYPAL_CLIENT_SECRET: 'x',
      TRAINER_COMMAND: `${process.execPath} --version`,
    }),
    eventStore: store,
    providers: [{ name: 'stripe', books } as unknown as PaymentProvider],
  });
});

afterEach(() => operations.stop());

describe('the jobs of operations', () => {
  it('are run at request and answer with what they found', async () => {
    const { status, body } = await call('POST', '/v1/jobs/settlement-stripe/run', 'operator-key');
    expect([status, body]).toMatchObject([200, { outcome: 'finished', result: { read: 1 } }]);
    const lines = store.events.filter(({ type }) => type === 'SettlementLineRecorded');
    expect(lines).toMatchObject([
      { stream: 'settlement-stripe-2026-11-21', data: { lineId: 'txn_1', provider: 'stripe' } },
    ]);
  });

  it('say why they failed', async () => {
    away = true;
    const { body } = await call('POST', '/v1/jobs/settlement-stripe/run', 'operator-key');
    expect(body).toMatchObject({
      outcome: 'failed',
      result: { reason: 'stripe: no answer within 10000 ms' },
    });
  });

  it('train with the program of the configuration', async () => {
    const { body } = await call('POST', '/v1/jobs/model-training/run', 'operator-key');
    const result = { exitCode: 0, lastLine: process.version };
    expect(body).toMatchObject({ outcome: 'finished', result });
  });

  it('are listed with how they last ended', async () => {
    await call('POST', '/v1/jobs/settlement-stripe/run', 'operator-key');
    const { body } = await call('GET', '/v1/jobs', 'auditor-key');
    expect(body).toMatchObject([
      { name: 'settlement-stripe', running: false, lastEnd: { outcome: 'finished' } },
      { name: 'model-training', lastStartedAt: null, lastEnd: null },
      { name: 'model-comparison', lastStartedAt: null },
      { name: 'fraud-watch-weekly' },
      { name: 'fraud-watch-monthly', lastStartedAt: null },
    ]);
  });

  it('are for operators', async () => {
    const path = '/v1/jobs/settlement-stripe/run';
    expect((await call('POST', path, 'shop-key')).status).toBe(403);
    expect((await call('POST', path, 'auditor-key')).status).toBe(403);
    expect((await call('POST', path, 'unknown-key')).status).toBe(401);
    expect((await call('GET', '/v1/jobs', 'shop-key')).status).toBe(403);
  });

  it('are named when one is asked for that there is not', async () => {
    const { status, body } = await call('POST', '/v1/jobs/tidy/run', 'operator-key');
    expect(status).toBe(404);
    expect((body as { detail: string }).detail).toBe(
      'no such job; there are settlement-stripe, model-training, model-comparison, ' +
        'fraud-watch-weekly, fraud-watch-monthly',
    );
  });

  it('run by themselves from the start', async () => {
    await eventually(() => store.events.some(({ type }) => type === 'JobFinished'));
    expect(store.events[0]).toMatchObject({
      stream: 'job-settlement-stripe',
      data: { trigger: 'schedule' },
    });
  });
});

it('operations is ready while it reaches the event store', async () => {
  const { status, body } = await call('GET', '/health/ready', '');
  expect([status, body]).toEqual([200, { status: 'ready', parts: { 'event-store': 'ok' } }]);
});

async function call(
  method: 'GET' | 'POST',
  path: string,
  key: string,
): Promise<{ status: number; body: unknown }> {
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(new URL(path, operations.url), { method, headers });
  return { status: answer.status, body: await answer.json() };
}
