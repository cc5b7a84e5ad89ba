import { verifyWebhook } from '#client';
import type { Resolve } from '../../apps/operations/src/outgoing-webhooks/address-guard.js';
import { eventually } from '../support/eventually.js';
import type { Message } from '../support/webhook-receiver.js';
import { PAID, WebhooksUnderTest, type Answer } from '../support/webhooks-under-test.js';

type Delivery = {
  readonly messageId: string;
  readonly outcome: string;
  readonly attempt: number;
  readonly requestBody: string | null;
  readonly answer: { readonly body: string | null; readonly status: number } | null;
};
type Page = { readonly items: readonly Delivery[]; readonly nextCursor: string | null };

const DAY_MS = 86_400_000;

let system: WebhooksUnderTest;
let endpointId: string;
let secret: string;
let nowMs: number;

beforeEach(() => {
  nowMs = Date.now();
});

afterEach(async () => {
  await system.stop();
});

describe('an edit of an endpoint', () => {
  beforeEach(() => start());

  it('sends what waits, and what comes, to where the URL leads now', async () => {
    system.receiver.answer = ({ path }) => (path === '/hooks' ? 500 : 204);
    await system.pay('p1');
    await eventually(() => system.receiver.received.length > 0);
    const url = `${system.receiver.url}/moved`;
    const { status, body } = await edit({ url, description: 'the new shop' });
    expect([status, body]).toMatchObject([200, { url, description: 'the new shop' }]);
    expect((await edit({ description: '' })).body).toMatchObject({ url, description: null });
    await eventually(() => at('/moved').length === 2);
    const [event] = system.store.events.filter(({ type }) => type === 'WebhookEndpointChanged');
    expect(event?.data).toMatchObject({ endpointId, url });
  });

  it('chooses the types that are sent from then on', async () => {
    expect((await edit({ messageTypes: ['payment.initiated'] })).status).toBe(200);
    await system.pay('p1');
    expect((await edit({ messageTypes: ['*'] })).body).toMatchObject({ messageTypes: ['*'] });
    await system.pay('p2');
    await eventually(() => system.receiver.received.length === 4);
    expect(at('/hooks').map(({ body }) => body.type)).toEqual([
      'payment.initiated',
      'payment.initiated',
      ...PAID,
    ]);
  });

  it('disables and enables, and a client that wants it so is no trouble', async () => {
    const disabled = (await edit({ status: 'disabled' })).body;
    expect(disabled).toMatchObject({ status: 'disabled', disabled: { reason: 'client' } });
    const path = '/v1/webhook-endpoints/attention';
    expect((await system.call('GET', path, undefined, 'desk')).body).toEqual([]);
    expect((await edit({ status: 'active' })).body).toMatchObject({ status: 'active' });
  });

  it.each([
    ['nothing', {}, 'url'],
    ['a type that is never sent', { messageTypes: ['payment.lost'] }, 'messageTypes'],
    ['no type at all', { messageTypes: [] }, 'messageTypes'],
    ['a URL that leads nowhere', { url: 'http://shop.example' }, 'url'],
    ['null for a URL', { url: null }, 'url'],
    ['another status', { status: 'removed' }, 'status'],
    ['what cannot be changed', { client: 'rival' }, 'client'],
  ])('is refused for %s', async (_what, body, field) => {
    const { status, body: problem } = await edit(body);
    expect([status, problem]).toMatchObject([400, { errors: [{ field }] }]);
    expect(await system.call('GET', path())).toMatchObject({ body: { url: hooks() } });
  });

  it('names the types there are when it does not know one', async () => {
    const { body } = await edit({ messageTypes: ['payment.lost'] });
    expect(JSON.stringify(body)).toContain('payment.refund_requested');
  });

  it('answers a repeat, refuses its key with another body, and knows no endpoint of others', async () => {
    const body = { description: 'a' };
    expect((await edit(body, 'key-1')).status).toBe(200);
    expect((await edit(body, 'key-1')).status).toBe(200);
    expect((await edit({ description: 'b' }, 'key-1')).body).toMatchObject({
      code: 'idempotency-key-reused',
    });
    const changes = system.store.events.filter(({ type }) => type === 'WebhookEndpointChanged');
    expect(changes).toHaveLength(1);
    expect((await system.call('PATCH', path(), body, 'rival')).status).toBe(404);
  });
});

describe('a test message', () => {
  it('is signed as any other, marked as a test, and its answer is shown', async () => {
    await start();
    system.receiver.answer = () => (to) =>
      to.writeHead(422, { 'content-type': 'text/plain' }).end('not today');
    const { status, body } = await system.call('POST', path('/test'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      type: 'webhook.test',
      paymentId: null,
      outcome: 'failed',
      reason: 'answered 422',
      nextAttemptAt: null,
      answer: { status: 422, body: 'not today', headers: { 'content-type': 'text/plain' } },
    });
    const [message] = system.receiver.received as [Message];
    expect(message.headers['webhook-test']).toBe('true');
    expect(message.body).toMatchObject({ type: 'webhook.test', data: { test: true } });
    const sent = { headers: message.headers, body: message.text };
    await verifyWebhook(sent, { secrets: secret, now: () => nowMs });
    expect(await system.call('GET', path())).toMatchObject({ body: { status: 'active' } });
  });

  it('reaches a disabled endpoint too, once for each key', async () => {
    await start();
    await edit({ status: 'disabled' });
    const first = await test('key-1');
    const again = await test('key-1');
    expect(first.body).toMatchObject({ outcome: 'arrived' });
    expect(again.body).toEqual(first.body);
    expect(system.receiver.received).toHaveLength(1);
    expect((await test('key-2')).body).not.toEqual(first.body);
  });

  it('is not sent inside, and one at a time', async () => {
    let address = '93.184.215.14';
    const resolve: Resolve = (_name, _options, callback) =>
      callback(null, [{ address, family: 4 }]);
    await start({ privateNetworks: 'refused', resolve }, 'https://shop.example/hooks');
    address = '127.0.0.1';
    expect((await system.call('POST', path('/test'))).body).toMatchObject({
      outcome: 'failed',
      reason: expect.stringMatching(/public Internet/) as string,
      answer: null,
    });
  });
});

describe('the deliveries of an endpoint', () => {
  it('show what was sent, what was answered and what comes next, the latest first', async () => {
    await start({ delaysMs: [0, 1_000] });
    let count = 0;
    system.receiver.answer = () => ((count += 1) === 1 ? 503 : 204);
    await system.pay('p1');
    const items = await untilListed(3);
    expect(items.map(({ outcome, attempt }) => [outcome, attempt])).toEqual([
      ['arrived', 1],
      ['arrived', 2],
      ['failed', 1],
    ]);
    expect(items[2]).toMatchObject({ nextAttemptAt: expect.any(String) as string });
    expect(items[2]?.messageId).toBe(items[1]?.messageId);
    expect(items[0]?.requestBody).toBe(system.receiver.received.at(-1)?.text);
    const { messageId } = items[1] as Delivery;
    const ofMessage = `/v1/webhook-messages/${messageId}/deliveries`;
    expect((await page(ofMessage)).items).toEqual(items.slice(1));
    expect((await page(ofMessage, 'rival')).items).toEqual([]);
    expect((await system.call('GET', path('/deliveries'), undefined, 'rival')).status).toBe(404);
  });

  it('come in pages and by outcome, type and time, each once', async () => {
    await start();
    system.receiver.answer = ({ body }) => (body.data['paymentId'] === 'p1' ? 410 : 204);
    for (const id of ['p5', 'p4', 'p3', 'p2']) await system.pay(id);
    const all = await untilListed(8);
    const found: Delivery[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = cursor === '' ? '?limit=3' : `?limit=3&cursor=${cursor}`;
      const { items, nextCursor }: Page = await page(path(`/deliveries${query}`));
      found.push(...items);
      cursor = nextCursor;
    }
    expect(found).toEqual(all);
    nowMs += 60_000;
    await system.pay('p1');
    await untilListed(9);
    const [gone] = (await page(path('/deliveries?outcome=gone'))).items;
    expect(gone).toMatchObject({ paymentId: 'p1', answer: { status: 410 } });
    const captured = await page(path('/deliveries?type=payment.captured'));
    expect(captured.items).toHaveLength(4);
    const from = new Date(nowMs - 30_000).toISOString();
    expect((await page(path(`/deliveries?from=${from}`))).items).toEqual([gone]);
    expect((await page(path(`/deliveries?to=${from}`))).items).toEqual(all);
    const { body } = await system.call('GET', path('/deliveries?outcome=lost'));
    expect(body).toMatchObject({ errors: [{ field: 'outcome' }] });
  });

  it('are forgotten after their days, their bodies before that', async () => {
    await start({ retention: { bodiesMs: DAY_MS, attemptsMs: 7 * DAY_MS } });
    await system.pay('p1');
    await untilListed(2);
    nowMs += 2 * DAY_MS;
    await restart();
    await eventually(async () => (await listed())[0]?.requestBody === null);
    expect(await listed()).toMatchObject([{ answer: { status: 204, body: null } }, {}]);
    nowMs += 6 * DAY_MS;
    await restart();
    await eventually(async () => (await listed()).length === 0);
  });

  it('are replayed one by one, with the same id and body', async () => {
    await start();
    await system.pay('p1');
    const [last] = await untilListed(2);
    const replay = path(`/messages/${last?.messageId}/replay`);
    expect((await system.call('POST', replay)).status).toBe(202);
    await eventually(() => system.receiver.received.length === 3);
    const [, before, again] = system.receiver.received;
    expect([again?.id, again?.text]).toEqual([before?.id, before?.text]);
    const unknown = path(`/messages/msg_${'0'.repeat(32)}/replay`);
    expect((await system.call('POST', unknown)).status).toBe(404);
  });

  it('are replayed up to a position, and not behind it', async () => {
    await start();
    for (const id of ['p1', 'p2']) await system.pay(id);
    await untilListed(4);
    const first = at('/hooks').filter(({ body }) => body.data['paymentId'] === 'p1');
    const toPosition = first.at(-1)?.body.data['position'];
    const range = { fromPosition: '1/1', toPosition };
    const { body } = await system.call('POST', path('/replay'), range);
    expect(body).toEqual({ queued: 2, nextPosition: null });
  });
});

async function start(
  options: Parameters<typeof WebhooksUnderTest.start>[0] = {},
  target = '/hooks',
): Promise<void> {
  system = await WebhooksUnderTest.start({ now: () => nowMs, ...options });
  ({ endpointId, secret } = await system.register(target));
}

async function restart(): Promise<void> {
  await system.stopOperations();
  await system.startOperations();
}

function hooks(): string {
  return `${system.receiver.url}/hooks`;
}

function path(rest = ''): string {
  return `/v1/webhook-endpoints/${endpointId}${rest}`;
}

function edit(body: object, key: string = crypto.randomUUID()): Promise<Answer> {
  return system.call('PATCH', path(), body, { key });
}

function test(key: string): Promise<Answer> {
  return system.call('POST', path('/test'), undefined, { key });
}

function at(where: string): Message[] {
  return system.receiver.received.filter((message) => message.path === where);
}

async function page(from: string, client = 'shop'): Promise<Page> {
  return (await system.call('GET', from, undefined, client)).body as Page;
}

async function listed(): Promise<readonly Delivery[]> {
  return (await page(path('/deliveries'))).items;
}

/** Until so many attempts came to an end. */
async function untilListed(count: number): Promise<readonly Delivery[]> {
  return await eventually(async () => {
    const items = await listed();
    const isEnded = items.every(({ outcome }) => outcome !== 'under-way');
    return items.length === count && isEnded && items;
  });
}
