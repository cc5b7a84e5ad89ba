import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStore } from '#event-store';
import { hashKey, loadConfig, type RunningApp, silentLogger, startHttpApp } from '#platform';
import { Config } from '../../apps/command-service/src/config.js';
import { service as commandService } from '../../apps/command-service/src/service.js';

describe('GET /metrics of command-service', () => {
  let folder: string;
  let service: RunningApp;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-metrics-'));
    const config = loadConfig(Config, {
      PORT: '0',
      EVENTSTORE_PORT: '0',
      DATA_DIR: folder,
      FRAUD_SCORING: 'off',
      API_KEYS: `ops:operator:${hashKey('ops-key')},shop:service:${hashKey('shop-key')}`,
      STRIPE_SECRET_KEY: 'sk_test_x',
      STRIPE_WEBHOOK_SECRET: 'whsec_x',
      PAYPAL_CLIENT_ID: 'x',
      PAYPAL_CLIENT_SECRET: 'x',
      PAYPAL_WEBHOOK_ID: 'x',
    });
    service = await startHttpApp(commandService, { config, logger: silentLogger() });
  });

  afterAll(async () => {
    await service.stop();
    await rm(folder, { recursive: true });
  });

  it('is for operators', async () => {
    expect((await get('/metrics', null)).status).toBe(401);
    expect((await get('/metrics', 'shop-key')).status).toBe(403);
    const { status, headers } = await get('/metrics');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  });

  it('tells requests by pattern and status, never by id', async () => {
    const id = randomUUID();
    expect((await get(`/v1/payments/${id}`, 'shop-key')).status).toBe(404);
    await get(`/nowhere/${id}`, 'shop-key');
    const text = await metrics();
    expect(text).toMatch(/_count\{method="GET",route="\/v1\/payments\/:\w+",status="404"\} 1\n/);
    expect(text).toMatch(/_count\{method="GET",route="none",status="404"\} 1\n/);
    expect(text).not.toContain(id);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds \d/m);
  });

  it('tells what the embedded event store does', async () => {
    const before = numbersOf(await metrics());
    const event = { id: randomUUID(), type: 'Happened', data: {}, metadata: {} };
    const eventStore = service.get(EventStore);
    await eventStore.append('stream-1', [event], 'no-stream');
    const other = { ...event, id: randomUUID() };
    await expect(eventStore.append('stream-1', [other], 'no-stream')).rejects.toThrow();
    const after = numbersOf(await metrics());
    const grown = (name: string) => (after.get(name) ?? NaN) - (before.get(name) ?? NaN);
    expect(grown('assay_event_store_appends_total')).toBe(1);
    expect(grown('assay_event_store_appended_events_total')).toBe(1);
    expect(grown('assay_event_store_appended_bytes_total')).toBe(20);
    expect(grown('assay_event_store_refused_appends_total{reason="conflict"}')).toBe(1);
    expect(grown('assay_event_store_commit_seconds_count')).toBe(1);
    expect(grown('assay_event_store_commit_events_bucket{le="1"}')).toBe(1);
    expect(grown('assay_event_store_position')).toBe(1);
    expect(after.get('assay_event_store_subscriptions{source="all"}')).toBeGreaterThan(0);
  });

  function get(path: string, key: string | null = 'ops-key'): Promise<Response> {
    const headers = key === null ? {} : { authorization: `Bearer ${key}` };
    return fetch(service.url + path, { headers });
  }

  async function metrics(): Promise<string> {
    return (await get('/metrics')).text();
  }
});

function numbersOf(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const space = line.lastIndexOf(' ');
      return [line.slice(0, space), Number(line.slice(space + 1))];
    }),
  );
}
