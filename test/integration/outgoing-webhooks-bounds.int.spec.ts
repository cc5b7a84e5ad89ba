import type { Resolve } from '../../apps/operations/src/outgoing-webhooks/address-guard.js';
import { eventually } from '../support/eventually.js';
import { PAID, WebhooksUnderTest, type Answer } from '../support/webhooks-under-test.js';

let system: WebhooksUnderTest;

afterEach(async () => {
  await system.stop();
});

describe('endpoints of a client', () => {
  it('are as many as it may have, however many it registers at once', async () => {
    system = await WebhooksUnderTest.start();
    const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => register(`/${i}`)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(40);
    const listed = await system.call('GET', '/v1/webhook-endpoints');
    expect(listed.body).toHaveLength(20);
    const [first] = listed.body as { endpointId: string }[];
    await system.call('DELETE', `/v1/webhook-endpoints/${first?.endpointId}`);
    expect((await register('/one-more')).status).toBe(201);
    expect((await register('/of-another', 'rival')).status).toBe(201);
  });
});

describe('a message that cannot even be tried', () => {
  const resolve: Resolve = () => {
    throw new TypeError('no name server');
  };

  it('is given up like any other', async () => {
    system = await WebhooksUnderTest.start({ resolve });
    const { endpointId } = await system.register('http://shop.localhost/hooks');
    await system.pay('p1');
    const given = await abandoned(endpointId, 2);
    expect(given).toMatchObject([{ attempts: 4 }, { lastFailure: 'no name server' }]);
  });

  it('is given up though the store does not take the record of it', async () => {
    system = await WebhooksUnderTest.start({ resolve });
    const { endpointId } = await system.register('http://shop.localhost/hooks');
    const append = system.store.append.bind(system.store);
    system.store.append = (stream, events, expected) =>
      events.some(({ type }) => type === 'WebhookMessageAbandoned')
        ? Promise.reject(new RangeError('refused'))
        : append(stream, events, expected);
    await system.pay('p1');
    expect(await abandoned(endpointId, 2)).toHaveLength(2);
  });
});

describe('replays', () => {
  it('are one at a time for each client, and hold up no other', async () => {
    system = await WebhooksUnderTest.start();
    const { endpointId } = await system.register('/hooks');
    await register('/of-rival', 'rival');
    for (let i = 0; i < 30; i += 1) await system.pay(`p${i}`);
    await eventually(() => arrived('/hooks').size === 60);
    const replays = Array.from({ length: 40 }, () => replay(endpointId, '0/0'));
    await system.pay('of-rival', 'rival');
    const answers = await Promise.all(replays);
    const codes = answers.map(({ status, body }) => (body as { code?: string }).code ?? status);
    expect(codes.filter((code) => code !== 'replay-in-progress').length).toBeLessThan(10);
    expect(codes).toContain(202);
    expect(new Set(codes)).toEqual(new Set([202, 'replay-in-progress']));
    await eventually(() => arrived('/of-rival').size === 2);
    expect((await replay(endpointId, '0/0')).status).toBe(202);
  });

  it.each(['1/99999999999999999999', '18446744073709551617/0', '1', '-1/0'])(
    'from %s are refused, which is no position of any store',
    async (fromPosition) => {
      system = await WebhooksUnderTest.start();
      const { endpointId } = await system.register('/hooks');
      const { status, body } = await replay(endpointId, fromPosition);
      expect([status, (body as { errors: { field: string }[] }).errors[0]?.field]).toEqual([
        400,
        'fromPosition',
      ]);
    },
  );
});

function register(path: string, key = 'shop'): Promise<Answer> {
  const url = system.receiver.url + path;
  return system.call('POST', '/v1/webhook-endpoints', { url, messageTypes: PAID }, key);
}

function replay(endpointId: string, fromPosition: string): Promise<Answer> {
  return system.call('POST', `/v1/webhook-endpoints/${endpointId}/replay`, { fromPosition });
}

function arrived(path: string): Set<string> {
  const there = system.receiver.received.filter((request) => request.path === path);
  return new Set(there.map(({ id }) => id));
}

async function abandoned(endpointId: string, count: number): Promise<object[]> {
  const path = `/v1/webhook-endpoints/${endpointId}/abandoned-messages`;
  return await eventually(async () => {
    const { body } = await system.call('GET', path);
    const listed = body as object[];
    return listed.length === count && listed;
  });
}
