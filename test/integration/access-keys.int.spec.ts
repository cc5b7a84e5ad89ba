import { AccessFollower } from '#access-follower';
import { RIGHTS_STREAM } from '#access';
import { hashKey, loadConfig, type RunningApp } from '#platform';
import { Config as OperationsConfig } from '../../apps/operations/src/config.js';
import { CommandServiceUnderTest, type Answer } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';
import { startOperations } from '../support/operations.js';

const API_KEYS = [
  `root:admin:${hashKey('admin-key')}`,
  `amal:analyst:${hashKey('analyst-key')}`,
  `desk:operator:${hashKey('operator-key')}`,
].join(',');
const ADMIN = { authorization: 'Bearer admin-key' };

let commands: CommandServiceUnderTest;
let operations: RunningApp;

beforeEach(async () => {
  commands = await new CommandServiceUnderTest().start({ API_KEYS });
  const config = loadConfig(OperationsConfig, {
    ...{ API_KEYS: `none:service:${hashKey('none')}`, PORT: '0' },
    ...{ STRIPE_SECRET_KEY: 'sk_test_x', PAYPAL_CLIENT_ID: 'x', PAYPAL_CLIENT_SECRET: 'x' },
  });
  operations = await startOperations({ config, eventStore: commands.store });
});

afterEach(async () => {
  await operations.stop();
  await commands.stop();
});

describe('a key of the ledger', () => {
  it('opens every service that follows, and none once it is revoked', async () => {
    const { key, keyId } = await made({ client: 'auditing', role: 'auditor', person: 'chen' });
    await eventually(async () => (await statusAt(operations.url, key)) === 200);
    expect((await commands.get('/v1/attention', key)).status).toBe(200);
    await commands.post(`/v1/access/keys/${keyId}/revocation`, { note: 'lost' }, ADMIN);
    expect((await commands.get('/v1/attention', key)).status).toBe(401);
    await eventually(async () => (await statusAt(operations.url, key)) === 401);
  });

  it('expires by the clock', async () => {
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const { key } = await made({ client: 'outside', role: 'auditor', person: 'dina', expiresAt });
    expect((await commands.get('/v1/attention', key)).status).toBe(200);
    commands.clock.aheadMs = 61_000;
    expect((await commands.get('/v1/attention', key)).status).toBe(401);
    expect(await statuses()).toMatchObject({ outside: 'expired' });
  });

  it('is one of two that are live, and the third waits for a revocation', async () => {
    const terms = { client: 'shop-2', role: 'service' };
    const first = await made(terms);
    await made(terms);
    const third = await make(terms);
    expect([third.status, third.body['code']]).toEqual([409, 'key-limit-reached']);
    await commands.post(`/v1/access/keys/${first.keyId}/revocation`, {}, ADMIN);
    expect((await make(terms)).status).toBe(201);
  });

  it('is shown once, and a repeat makes no other', async () => {
    const named = { ...ADMIN, 'idempotency-key': 'k-1' };
    const terms = { client: 'shop-3', role: 'service' };
    const first = await commands.post('/v1/access/keys', terms, named);
    const again = await commands.post('/v1/access/keys', terms, named);
    expect(again.body).toMatchObject({ keyId: first.body['keyId'], key: null });
    const other = await commands.post('/v1/access/keys', { ...terms, client: 'shop-4' }, named);
    expect(other.body['code']).toBe('idempotency-key-reused');
  });

  it('is for the operations it names alone', async () => {
    const operationsOfKey = ['GET /v1/payments/{paymentId}'];
    const terms = { client: 'reader', role: 'auditor', person: 'eve', operations: operationsOfKey };
    const { key } = await made(terms);
    const path = `/v1/payments/${crypto.randomUUID()}`;
    expect((await commands.get(path, key)).status).toBe(404);
    expect((await commands.get('/v1/attention', key)).status).toBe(403);
  });

  it('is not made by who would hold it, nor for a role of people without a person', async () => {
    const own = await make({ client: 'spare', role: 'operator', person: 'root' });
    expect(own.body['code']).toBe('own-grant');
    expect((await make({ client: 'root', role: 'service' })).body['code']).toBe('own-grant');
    const nobodys = await make({ client: 'spare', role: 'operator' });
    expect(nobodys.body['code']).toBe('key-needs-person');
  });

  it('is made by an administrator alone', async () => {
    const body = { client: 'x', role: 'service' };
    const headers = { authorization: 'Bearer operator-key' };
    expect((await commands.post('/v1/access/keys', body, headers)).status).toBe(403);
  });
});

describe('keys of the variable', () => {
  it('are recorded once, however often the service starts', async () => {
    await commands.restart();
    expect((await list()).map(({ client, origin }) => [client, origin]).sort()).toEqual([
      ['amal', 'variable'],
      ['desk', 'variable'],
      ['root', 'variable'],
    ]);
  });

  it('can be revoked without a restart, and stay so', async () => {
    const own = (await list()).find(({ client }) => client === 'amal');
    await commands.post(`/v1/access/keys/${String(own?.['keyId'])}/revocation`, {}, ADMIN);
    expect((await commands.post('/v1/cases/next', {}, asAnalyst)).status).toBe(401);
    await commands.restart();
    expect((await commands.post('/v1/cases/next', {}, asAnalyst)).status).toBe(401);
  });

  it('are gone once the variable does not name them', async () => {
    const others = API_KEYS.split(',').filter((entry) => !entry.startsWith('amal'));
    await commands.restart(() => undefined, { API_KEYS: others.join(',') });
    expect((await commands.post('/v1/cases/next', {}, asAnalyst)).status).toBe(401);
    expect((await commands.get('/v1/attention', 'operator-key')).status).toBe(200);
  });
});

describe('a process that follows', () => {
  it('is heard of in another service, which is never behind while the store is there', async () => {
    const { key, keyId } = await made({ client: 'auditing', role: 'auditor', person: 'chen' });
    await eventually(async () => (await statusAt(operations.url, key)) === 200);
    const { store } = commands;
    expect(await all(store.read(RIGHTS_STREAM))).toHaveLength(4);
    expect(operations.get(AccessFollower).unfollowedMs).toBe(0);
    await commands.post(`/v1/access/keys/${keyId}/revocation`, {}, ADMIN);
    await eventually(async () => (await statusAt(operations.url, key)) === 401);
  });
});

describe('the access log', () => {
  it('says who made a key, and who read it, to an auditor', async () => {
    const { key } = await made({ client: 'auditing', role: 'auditor', person: 'chen' });
    await commands.get('/v1/access/keys', key);
    const entries = await eventually(async () => {
      const { body } = await commands.get('/v1/access/log', key);
      const items = body['items'] as Record<string, unknown>[];
      return items.length === 2 && items;
    });
    expect(entries).toMatchObject([
      { person: 'chen', role: 'auditor', operation: 'GET /v1/access/keys' },
      { person: 'root', role: 'admin', operation: 'POST /v1/access/keys', path: '/v1/access/keys' },
    ]);
    expect((await commands.get('/v1/access/log', 'operator-key')).status).toBe(403);
  });

  it('keeps what was noted just before a stop', async () => {
    await commands.get('/v1/access/keys', 'admin-key');
    await commands.restart();
    const { body } = await commands.get('/v1/access/log', 'admin-key');
    expect(body['items']).toMatchObject([{ person: 'root', operation: 'GET /v1/access/keys' }]);
  });
});

describe('one person with two keys', () => {
  it('does not activate what they proposed by the other', async () => {
    const one = await made({ client: 'lea-1', role: 'operator', person: 'lea' });
    const two = await made({ client: 'lea-2', role: 'approver', person: 'lea' });
    const policy = { rules: [], failover: false };
    const proposed = await commands.post(
      '/v1/routing-policy/proposals',
      { policy, note: 'as agreed' },
      { authorization: `Bearer ${one.key}` },
    );
    const [waiting] = proposed.body['proposals'] as { policyHash: string }[];
    const path = `/v1/routing-policy/proposals/${waiting?.policyHash}/activation`;
    const own = await commands.post(path, {}, { authorization: `Bearer ${two.key}` });
    expect(own.body['code']).toBe('routing-needs-second-person');
    const other = await commands.post(path, {}, { authorization: 'Bearer operator-key' });
    expect(other.status).toBe(200);
  });
});

const asAnalyst = { authorization: 'Bearer analyst-key' };

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

function make(body: object): Promise<Answer> {
  return commands.post('/v1/access/keys', body, ADMIN);
}

async function made(body: object): Promise<{ key: string; keyId: string }> {
  const answer = await make(body);
  expect(answer.status).toBe(201);
  return answer.body as { key: string; keyId: string };
}

async function list(): Promise<Record<string, unknown>[]> {
  const { body } = await commands.get('/v1/access/keys', 'admin-key');
  return body['items'] as Record<string, unknown>[];
}

async function statuses(): Promise<Record<string, unknown>> {
  const pairs = (await list()).map(({ client, status }) => [client, status] as const);
  return Object.fromEntries(pairs) as Record<string, unknown>;
}

async function statusAt(url: string, key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, connection: 'close' };
  return (await fetch(`${url}/v1/jobs`, { headers })).status;
}
