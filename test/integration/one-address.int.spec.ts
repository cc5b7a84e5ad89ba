import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashKey, loadConfig, type RunningApp } from '#platform';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { Config as OperationsConfig } from '../../apps/operations/src/config.js';
import { Config as ViewsConfig } from '../../apps/projection-service/src/config.js';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';
import { startOperations } from '../support/operations.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { emptyViews } from '../support/postgres-views.js';
import { serveViews } from '../support/projection-service.js';
import { STATEMENT_FILES } from '../support/statement-files.js';
import type { DataSource } from 'typeorm';

const API_KEYS = [
  `shop:service:${hashKey('shop-key')}`,
  `olga:operator:${hashKey('operator-key')}`,
  `aud:auditor:${hashKey('auditor-key')}`,
].join(',');

const PROVIDERS = {
  STRIPE_SECRET_KEY: 'sk_test_x',
  PAYPAL_CLIENT_ID: 'x',
  PAYPAL_CLIENT_SECRET: 'x',
};

let postgres: TestPostgres;
let dataSource: DataSource;
let front: CommandServiceUnderTest;
let views: RunningApp;
let operations: RunningApp;

beforeAll(async () => {
  postgres = await startPostgres();
  front = new CommandServiceUnderTest();
  dataSource = await emptyViews(await postgres.createDatabase());
  views = await startViews('0');
  const config = { PORT: '0', API_KEYS, ...PROVIDERS };
  operations = await startOperations({
    config: loadConfig(OperationsConfig, config),
    eventStore: front.store,
  });
  await front.start({
    API_KEYS,
    PROJECTION_SERVICE_URL: views.url,
    OPERATIONS_URL: operations.url,
  });
});

afterAll(async () => {
  await front.stop();
  await operations.stop();
  await views.stop();
  await dataSource.destroy();
  await postgres.stop();
});

describe('one address', () => {
  it('names a request the same as the part that answers it', async () => {
    const asked = async (headers: Record<string, string>) => {
      const key = { authorization: 'Bearer shop-key', connection: 'close' };
      const response = await fetch(`${front.url}/v1/payments`, { headers: { ...key, ...headers } });
      expect([response.status, response.headers.get('etag')]).toEqual([
        200,
        expect.stringMatching(/^W\//),
      ]);
      return response.headers.get('request-id');
    };
    expect(await asked({ 'request-id': 'r-1' })).toBe('r-1');
    expect(await asked({})).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('passes a file on while it comes, and the refusal of one', async () => {
    const send = (key: string, type: string, body: string) =>
      fetch(`${front.url}/v1/imports/preview`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': type },
        body,
      });
    const { text, lines } = STATEMENT_FILES['camt.053'];
    const found = await send('operator-key', 'application/octet-stream', text);
    expect([found.status, await found.json()]).toMatchObject([200, { lines }]);
    const refused = await send('shop-key', 'application/json', '{}');
    expect(refused.status).toBe(403);
  });

  it('answers commands, queries and operations', async () => {
    const { body } = await front.post('/v1/payments', payment());
    const { paymentId, position } = body as { paymentId: string; position: string };
    const query = `?minPosition=${position}&waitMs=30000`;
    const listed = await front.get(`/v1/payments${query}`);
    expect([listed.status, listed.body['items']]).toMatchObject([200, [{ paymentId }]]);
    expect(await front.get(`/v1/payments/${paymentId}`)).toMatchObject({ body: { paymentId } });
    const history = await front.get(`/v1/payments/${paymentId}/events`);
    expect(history.body['items']).toContainEqual(
      expect.objectContaining({ type: 'PaymentInitiated' }),
    );
    const jobs = await front.get('/v1/jobs', 'operator-key');
    expect([jobs.status, jobs.body[0]]).toMatchObject([200, { name: 'model-training' }]);
  });

  it('lets the service that answers decide who may ask, and refuses unknown keys at once', async () => {
    const role = await front.get('/v1/journal/trial-balance');
    expect([role.status, role.body['code']]).toEqual([403, 'forbidden']);
    const unknown = await front.get('/v1/journal/trial-balance', 'no-key');
    expect([unknown.status, unknown.body['code']]).toEqual([401, 'unauthenticated']);
  });

  it('tells how its parts are', async () => {
    const { body } = await eventually(async () => {
      const answer = await front.get('/health/projection-service');
      return answer.status === 200 && answer;
    });
    expect(body).toMatchObject({ status: 'ready', parts: { database: 'ok' } });
    expect(await front.get('/health/operations')).toMatchObject({ body: { status: 'ready' } });
  });

  it('says which part does not answer, and goes on taking payments', async () => {
    const port = new URL(views.url).port;
    await views.stop();
    const away = await raw('GET', '/v1/cases', {});
    expect([away.status, away.headers['retry-after']]).toEqual([503, '2']);
    expect(away.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(away.text)).toMatchObject({
      code: 'unavailable',
      detail: 'projection-service does not answer',
      retryable: true,
    });
    const { status, body } = await front.post('/v1/payments', payment());
    expect([status, body['status']]).toEqual([201, 'authorised']);
    expect(await front.get('/v1/jobs', 'operator-key')).toMatchObject({ status: 200 });
    views = await startViews(port);
    expect(await front.get('/v1/cases', 'auditor-key')).toMatchObject({ status: 200 });
  });

  it('names the variable of a part that it was not told of', async () => {
    const alone = await new CommandServiceUnderTest().start({ API_KEYS });
    const { status, body } = await alone.get('/v1/journal/accounts', 'auditor-key');
    await alone.stop();
    expect([status, body]).toMatchObject([
      501,
      {
        code: 'part-not-configured',
        retryable: false,
        detail: 'set PROJECTION_SERVICE_URL to where projection-service is',
      },
    ]);
  });

  it.each([
    '/v1/views/../../metrics',
    '/v1/views/%2e%2e/digest',
    '/v1/views/..%2f..%2fmetrics/digest',
    '/v1/views/%2e%2e%2f%2e%2e%2fmetrics%3f/digest',
    '/v1/views/..%5c..%5cmetrics/digest',
    '//v1/views',
    '/v1//views',
    '/v1/views//digest',
    '/v1/../metrics',
    '/openapi.json/../metrics',
    '/%2e%2e/metrics',
    '/health/projection-service/../../metrics',
  ])('reaches nothing undocumented by %s', async (path) => {
    const { status, text } = await raw('GET', path, { authorization: 'Bearer operator-key' });
    expect([400, 404]).toContain(status);
    expect(text).not.toContain('process_cpu');
    const { code } = JSON.parse(text) as { code: string };
    expect(code).toMatch(/not-found|invalid/);
  });

  it('passes an id on as it was meant, with a slash and with a question mark in it', async () => {
    for (const id of ['a/b', 'a?b', 'a#b', 'ü%']) {
      const path = `/v1/orders/${encodeURIComponent(id)}`;
      const own = await (await fetch(views.url + path, AS_SHOP)).json();
      const passed = await (await fetch(front.url + path, AS_SHOP)).json();
      expect(withoutPosition(passed)).toEqual(withoutPosition(own));
    }
  });

  it('takes a body as long as the part does, and no longer one', async () => {
    const proposal = { requestId: 'r-1', policy: { filler: 'x'.repeat(100_000) } };
    const taken = await front.post('/v1/fraud-policy/proposals', proposal, AS_OPERATOR);
    expect(taken.status).toBe(400);
    expect(taken.body['code']).toBe('request-invalid');
    const long = { policy: 'x'.repeat(600_000) };
    const refused = await front.post('/v1/fraud-policy/proposals', long, AS_OPERATOR);
    expect([refused.status, refused.body['code']]).toEqual([413, 'payload-too-large']);
    const usual = await front.post('/v1/what-if', { filler: 'x'.repeat(70_000) }, AS_OPERATOR);
    expect([usual.status, usual.body['code']]).toEqual([413, 'payload-too-large']);
  });
});

describe('a long answer of a part', () => {
  let part: Server;
  let before: CommandServiceUnderTest;
  let sent: number;
  let arrived: IncomingMessage[];
  let left: Promise<unknown>[];

  beforeEach(() => {
    arrived = [];
    left = [];
    sent = 0;
  });

  beforeAll(async () => {
    part = createServer((incoming, response) => {
      arrived.push(incoming);
      left.push(once(response, 'close'));
      response.writeHead(200, { 'content-type': 'text/event-stream', 'keep-alive': 'timeout=9' });
      if (incoming.url?.startsWith('/v1/events') !== true) {
        response.write(': first\n\n');
        return;
      }
      const more = (): void => {
        while (sent < LONG_CHUNKS) {
          sent += 1;
          if (!response.write(CHUNK)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    part.listen(0, '127.0.0.1');
    await once(part, 'listening');
    before = front;
    const url = `http://127.0.0.1:${(part.address() as AddressInfo).port}`;
    front = await new CommandServiceUnderTest().start({ API_KEYS, PROJECTION_SERVICE_URL: url });
  });

  afterAll(async () => {
    part.closeAllConnections();
    part.close();
    await front.stop();
    front = before;
  });

  it('waits for a caller that reads slowly, instead of being kept in memory', async () => {
    const answer = await asked('/v1/events');
    // Until nothing more is taken: what lies between is full.
    for (let still = 0, before = -1; still < 20; still += 1) {
      if (sent !== before) still = 0;
      before = sent;
      await sleep(20);
    }
    expect(sent).toBeLessThan(LONG_CHUNKS);
    let bytes = 0;
    for await (const chunk of answer) bytes += (chunk as Buffer).byteLength;
    expect([bytes, answer.complete]).toEqual([LONG_CHUNKS * CHUNK.byteLength, true]);
  });

  it('shows its first words before there is an end', async () => {
    const leaving = new AbortController();
    const answer = await fetch(`${front.url}/v1/cases`, { ...AS_SHOP, signal: leaving.signal });
    const reader = answer.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    const { value } = await reader.read();
    expect(Buffer.from(value ?? []).toString()).toBe(': first\n\n');
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(answer.headers.get('keep-alive')).not.toBe('timeout=9');
    leaving.abort();
    // The part is let go too.
    await left[0];
  });

  it('that breaks off breaks off for the caller', async () => {
    const answer = await asked('/v1/cases');
    await once(answer, 'readable');
    part.closeAllConnections();
    const [error] = await once(answer.resume(), 'error').catch((reason: unknown) => [reason]);
    expect([String(error), answer.complete]).toEqual(['Error: aborted', false]);
  });

  it('is asked for in the name of the caller, who cannot claim another', async () => {
    const headers = { ...AS_SHOP.headers, 'x-forwarded-for': '10.0.0.1', traceparent: 'tp-1' };
    const answer = await fetch(`${front.url}/v1/cases?limit=2&a=%2F`, { headers });
    const [incoming] = arrived;
    expect(incoming?.url).toBe('/v1/cases?limit=2&a=%2F');
    expect(incoming?.headers).toMatchObject({
      authorization: 'Bearer shop-key',
      'x-forwarded-for': '127.0.0.1',
      traceparent: 'tp-1',
      via: '1.1 assay-front',
    });
    await answer.body?.cancel();
  });
});

it('a part that is this service itself is found out', async () => {
  const port = await freePort();
  const alone = await new CommandServiceUnderTest().start({
    API_KEYS,
    PORT: String(port),
    OPERATIONS_URL: `http://127.0.0.1:${port}`,
  });
  const { status, body } = await alone.get('/v1/jobs', 'operator-key');
  await alone.stop();
  expect([status, body['detail']]).toEqual([
    501,
    'OPERATIONS_URL leads back here, not to operations',
  ]);
});

const CHUNK = Buffer.alloc(64 * 1024, 'x');
const LONG_CHUNKS = 1_000;
const AS_SHOP = { headers: { authorization: 'Bearer shop-key', connection: 'close' } };
const AS_OPERATOR = { authorization: 'Bearer operator-key' };

function startViews(port: string): Promise<RunningApp> {
  const env = { API_KEYS, DATABASE_URL: 'postgres://given', PORT: port };
  return serveViews(loadConfig(ViewsConfig, env), front.store, dataSource);
}

type Raw = { status: number; headers: IncomingMessage['headers']; text: string };

/** Sends a path as it is; fetch would resolve it. */
async function raw(method: string, path: string, headers: Record<string, string>): Promise<Raw> {
  const answer = await asked(path, { method, headers });
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return { status: answer.statusCode ?? 0, headers: answer.headers, text };
}

type Asking = { readonly method?: string; readonly headers?: Readonly<Record<string, string>> };

async function asked(path: string, { method = 'GET', headers }: Asking = {}) {
  const { hostname, port } = new URL(front.url);
  const all = { authorization: 'Bearer auditor-key', connection: 'close', ...headers };
  const request = ask({ hostname, port, method, path, headers: all });
  request.end();
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  return answer;
}

function withoutPosition(body: unknown): unknown {
  const { detail: _detail, ...rest } = body as { detail?: string };
  return rest;
}
