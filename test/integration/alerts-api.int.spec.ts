import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type RunningApp } from '#platform';
import { Config } from '../../apps/operations/src/config.js';
import { alertEnvironment, type LocalServices } from '../support/alerting.js';
import { LocalService } from '../support/alert-services.js';
import { eventually } from '../support/eventually.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { startOperations } from '../support/operations.js';

let folder: string;
let services: LocalServices;
let operations: RunningApp;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-alerts-api-'));
  const [metrics, pagerduty, slack] = await Promise.all([
    LocalService.start(),
    LocalService.start(),
    LocalService.start(),
  ]);
  services = { metrics, pagerduty, slack };
  metrics.answer = { status: 200, body: 'assay_journal_imbalance_minor_units{currency="EUR"} 3\n' };
  const environment = { ...alertEnvironment(folder, services), ALERT_INTERVAL_MS: '100' };
  operations = await startOperations({
    config: loadConfig(Config, environment),
    eventStore: new InMemoryEventStore(),
    alerts: true,
  });
});

afterEach(async () => {
  await operations.stop();
  await Promise.all(Object.values(services).map((service: LocalService) => service.stop()));
  await rm(folder, { recursive: true, force: true });
});

type Alerts = {
  readonly items: readonly { readonly alert: string; readonly silenced: boolean }[];
  readonly channels: readonly { readonly name: string; readonly state: string }[];
};
type Incidents = { readonly items: readonly { readonly incidentId: string }[] };

describe('the alerts of operations over HTTP', () => {
  it('are listed with every channel, and end in an incident that is worked on', async () => {
    const incident = await eventually(
      async () => (await call<Incidents>('GET', '/v1/incidents')).body.items[0],
    );
    await eventually(() => services.pagerduty.received.length > 0);
    const { body } = await call<Alerts>('GET', '/v1/alerts');
    expect(body.items).toMatchObject([{ alert: 'JournalImbalance', silenced: false }]);
    const states = Object.fromEntries(body.channels.map(({ name, state }) => [name, state]));
    expect(states).toMatchObject({ pagerduty: 'working', telegram: 'disabled', sms: 'disabled' });
    expect(services.metrics.received[0]?.headers.authorization).toBe('Bearer metrics-key');

    const of = `/v1/incidents/${incident.incidentId}`;
    const steps = [
      await call('POST', `${of}/acknowledge`),
      await call('POST', `${of}/assign`, { assignee: 'olga' }),
      await call('POST', `${of}/notes`, { note: 'a *bold* note' }),
      await call('POST', `${of}/resolve`, { resolution: 'mended' }),
    ];
    expect(steps.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(steps[3]?.body).toMatchObject({ status: 'resolved', assignee: 'olga' });
    expect((await call('POST', `${of}/acknowledge`)).status).toBe(409);
    const timeline = await call<{ items: { type: string }[] }>('GET', `${of}/timeline`);
    expect(timeline.body.items.map(({ type }) => type)).toContain('IncidentNoted');
    const page = await fetch(`${operations.url}${of}/post-mortem`, {
      headers: { authorization: 'Bearer operator-key' },
    });
    expect(page.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await page.text()).toContain('Note of olga: a \\*bold\\* note');
  });

  it('are silenced by an operator alone, for a reason and a time', async () => {
    const silence = { alert: 'JournalImbalance', minutes: 5, reason: 'known' };
    expect(
      (await call('POST', '/v1/alerts/silences', silence, { key: 'auditor-key' })).status,
    ).toBe(403);
    const unknown = await call('POST', '/v1/alerts/silences', { ...silence, alert: 'Nothing' });
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ field: 'alert' }] } });
    const made = await call<{ silenceId: string }>('POST', '/v1/alerts/silences', silence);
    expect(made).toMatchObject({ status: 201, body: { by: 'olga', reason: 'known' } });
    const { body } = await call<Alerts>('GET', '/v1/alerts');
    for (const item of body.items) expect(item.silenced).toBe(true);
    const ended = await call('DELETE', `/v1/alerts/silences/${made.body.silenceId}`);
    expect(ended.status).toBe(204);
    expect((await call('GET', '/v1/alerts/silences')).body).toEqual({ items: [] });
  });

  it('test a channel, and say which there are', async () => {
    const tested = await call('POST', '/v1/alerts/channels/slack/test');
    expect(tested.body).toEqual({ sent: true, reason: null });
    const text = services.slack.received.map(({ body }) => String(body['text']));
    expect(text).toContain('New: P3 Test of this channel, asked for by olga');
    const missing = await call('POST', '/v1/alerts/channels/teams/test');
    expect(missing).toMatchObject({ status: 404 });
  });

  it('take requests for support, each once, and put security first', async () => {
    const ask = (text: string, key: string) =>
      call<{ incidentId: string }>(
        'POST',
        '/v1/support-requests',
        { text },
        { key: 'shop-key', idempotencyKey: key },
      );
    const asked = await ask('A payment failed, and our API key was stolen', 'k1');
    expect(asked).toMatchObject({ status: 201, body: { priority: 'P0', responseMinutes: 15 } });
    expect((await ask('A payment failed, and our API key was stolen', 'k1')).body).toEqual(
      asked.body,
    );
    const other = await ask('A refund did not arrive', 'k2');
    expect(other.body).toMatchObject({ priority: 'P2' });
    const third = await ask('Another refund did not arrive', 'k3');
    expect(third.body.incidentId).toBe(other.body.incidentId);
  });
});

let keys = 0;

type Asker = { readonly key?: string; readonly idempotencyKey?: string };

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names the answer
async function call<Body = unknown>(
  method: string,
  path: string,
  body?: object,
  { key = 'operator-key', idempotencyKey = `test-${(keys += 1)}` }: Asker = {},
): Promise<{ status: number; body: Body }> {
  const response = await fetch(operations.url + path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      'idempotency-key': idempotencyKey,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Body };
}
