import { CommandServiceUnderTest, payment, type Answer } from '../support/command-service.js';

const LIMITS = [
  'commands=3/h',
  'reads=3/h',
  'exports=1/h',
  'sign-in=2/h',
  'webhooks=2/h',
  'rival:commands=5/h',
];

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start({
    RATE_LIMITS: LIMITS.join(','),
    CHECKOUTS_PER_CUSTOMER: '1/s',
  });
});

afterEach(() => service.stop());

type Ask = { readonly method?: string; readonly key?: string; readonly accept?: string };

async function ask(path: string, { method = 'GET', key, accept }: Ask = {}): Promise<Response> {
  const response = await fetch(`${service.url}${path}`, {
    method,
    headers: {
      connection: 'close',
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(accept !== undefined && { accept }),
    },
    ...(method === 'POST' && { body: '{}' }),
  });
  await response.arrayBuffer();
  return response;
}

async function statusesOf(times: number, ...asked: Parameters<typeof ask>): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < times; i += 1) statuses.push((await ask(...asked)).status);
  return statuses;
}

const REFUSED = 429;
const limitedOf = (statuses: readonly number[]): boolean[] =>
  statuses.map((status) => status === REFUSED);

describe('each class of requests has a limit of its own', () => {
  it.each([
    ['commands', 3, '/v1/payments', { method: 'POST', key: 'shop-key' }],
    ['reads', 3, '/v1/attention', { key: 'operator-key' }],
    ['exports', 1, '/v1/payments', { key: 'shop-key', accept: 'text/csv' }],
    ['exports', 1, '/v1/journal/%65xport', { key: 'operator-key' }],
    ['sign-in', 2, '/session', { method: 'POST', key: 'analyst-key' }],
    ['webhooks', 2, '/v1/webhooks/stripe', { method: 'POST' }],
  ] as const)('%s: %i, then no more', async (rateClass, count, path, asked) => {
    const statuses = await statusesOf(count + 1, path, asked);
    expect(limitedOf(statuses)).toEqual([...Array<boolean>(count).fill(false), true]);
    const refusal = await ask(path, asked);
    expect(refusal.headers.get('ratelimit-policy')).toBe(`"${rateClass}";q=${count};w=3600`);
    expect(refusal.headers.get('ratelimit')).toMatch(new RegExp(`^"${rateClass}";r=0;t=\\d+$`));
    expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await metrics()).toContain(`assay_rate_limited_total{class="${rateClass}"} 2\n`);
  });

  it('and each client, so that one takes nothing from another', async () => {
    await statusesOf(4, '/v1/payments', { method: 'POST', key: 'shop-key' });
    const rival = await statusesOf(6, '/v1/payments', { method: 'POST', key: 'rival-key' });
    expect(limitedOf(rival)).toEqual([false, false, false, false, false, true]);
    expect((await ask('/v1/attention', { key: 'operator-key' })).status).toBe(200);
  });

  it('that a wrong key does not use up', async () => {
    await statusesOf(5, '/v1/payments', { method: 'POST', key: 'no-key' });
    expect((await service.post('/v1/payments', payment())).status).toBe(201);
  });

  it('and none is on what watches the service', async () => {
    expect(await statusesOf(9, '/health/live')).toEqual(Array(9).fill(200));
  });
});

describe('a batch', () => {
  it('costs what its commands would cost alone', async () => {
    const commands = ['a', 'b'].map((idempotencyKey) => ({
      operation: 'initiate',
      idempotencyKey,
      body: payment(),
    }));
    expect((await service.post('/v1/batch', { commands })).status).toBe(200);
    const second = await service.post('/v1/batch', { commands });
    expect(second).toMatchObject({ status: 429, body: { code: 'rate-limited', retryable: true } });
  });
});

describe('a customer who has just begun a payment', () => {
  const checkout = (key: string, customerId = 'customer-1'): Promise<Answer> =>
    service.post('/v1/payments', payment({ customerId }), {
      'idempotency-key': key,
      authorization: 'Bearer rival-key',
    });

  it('gets no second one under another key, and the same one under the same', async () => {
    const answers = await Promise.all(['click', 'click', 'other'].map((key) => checkout(key)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 429]);
    const ids = answers.flatMap(({ body }) => body['paymentId'] ?? []);
    expect(new Set(ids).size).toBe(1);
    expect(answers.find(({ status }) => status === REFUSED)?.body).toMatchObject({
      code: 'checkout-repeated',
    });
    expect(await metrics()).toContain('assay_rate_limited_total{class="checkouts"} 1\n');
  });

  it('keeps no other customer from paying', async () => {
    const answers = await Promise.all([checkout('one'), checkout('two', 'customer-2')]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  });
});

async function metrics(): Promise<string> {
  const headers = { authorization: 'Bearer operator-key', connection: 'close' };
  return (await fetch(`${service.url}/metrics`, { headers })).text();
}
