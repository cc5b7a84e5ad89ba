import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { open } from 'lmdb';
import { eventually } from '../support/eventually.js';
import { WebhooksUnderTest } from '../support/webhooks-under-test.js';

let system: WebhooksUnderTest;

beforeEach(async () => {
  system = await WebhooksUnderTest.start();
});

afterEach(async () => {
  await system.stop();
});

describe('an event of an endpoint that cannot be read', () => {
  it('sets its endpoint aside and no other, and health names it', async () => {
    const { endpointId } = await system.register('/hooks');
    await system.register('/other');
    const event = { id: crypto.randomUUID(), data: { endpointId: 'e1' }, metadata: {} };
    const early = { ...event, type: 'WebhookEndpointEnabled' };
    await system.store.append('webhook-endpoint-e1', [early], 'no-stream');
    const strange = { ...event, id: crypto.randomUUID(), type: 'WebhookEndpointMoved' };
    await system.store.append(`webhook-endpoint-${endpointId}`, [strange], 'any');
    await system.pay('p1');
    await eventually(() => system.receiver.received.length === 2);
    expect(new Set(system.receiver.received.map(({ path }) => path))).toEqual(new Set(['/other']));
    const { body } = await system.call('GET', '/health/ready');
    const { status, parts } = body as { status: string; parts: Record<string, string> };
    expect(status).toBe('ready');
    expect(parts['webhook-endpoints-set-aside']).toMatch(/e1 at event 0: .* before Webhook/);
    expect(await system.metrics()).toContain('assay_webhook_endpoints_set_aside 2\n');
    const path = `/v1/webhook-endpoints/${endpointId}`;
    expect((await system.call('POST', `${path}/secret`)).body).toMatchObject({
      code: 'endpoint-set-aside',
    });
    const attention = await system.call(
      'GET',
      '/v1/webhook-endpoints/attention',
      undefined,
      'desk',
    );
    expect(attention.body).toMatchObject([{ endpointId, trouble: 'set-aside', waiting: 2 }]);
  });

  it('is taken, and what waited is sent, by a program that can read it', async () => {
    const { endpointId } = await system.register('/hooks');
    const stream = `webhook-endpoint-${endpointId}`;
    const event = { id: crypto.randomUUID(), data: { endpointId }, metadata: {} };
    await system.store.append(stream, [{ ...event, type: 'WebhookEndpointMoved' }], 'any');
    await system.pay('p1');
    await eventually(async () =>
      (await system.metrics()).includes('assay_webhook_messages_waiting 2\n'),
    );
    await system.stopOperations();
    const moved = system.store.events.find(({ type }) => type === 'WebhookEndpointMoved') ?? {};
    // As a later version of the program reads it.
    Object.assign(moved, {
      type: 'WebhookEndpointEnabled',
      data: { endpointId, enabledAt: 'now' },
    });
    await system.startOperations();
    await eventually(() => system.receiver.received.length === 2);
    expect(await system.metrics()).toContain('assay_webhook_endpoints_set_aside 0\n');
  });
});

describe('a damaged queue', () => {
  it('makes a damaged message from its event again, with its id and body', async () => {
    await system.register('/hooks');
    system.receiver.answer = () => 500;
    await system.pay('p1');
    await eventually(() => system.receiver.received.length > 0);
    await system.stopOperations();
    const [sent] = system.receiver.received.splice(0);
    const queue = open<unknown, string[]>({
      path: join(system.folder, 'queue'),
      overlappingSync: false,
    });
    for (const { key, value } of [...queue.getRange({ start: ['message'] })]) {
      if (key[0] === 'message')
        await queue.put(key, { ...(value as object), body: '{"type":"x"}' });
    }
    await queue.close();
    system.receiver.answer = () => 204;
    await system.startOperations();
    await eventually(() => new Set(system.receiver.received.map(({ id }) => id)).size === 2);
    const [again] = system.receiver.received;
    expect([again?.id, again?.text]).toEqual([sent?.id, sent?.text]);
    expect(system.receiver.received.map(({ text }) => text)).not.toContain('{"type":"x"}');
  });

  it('is put aside when it is no file of its kind, and made from the events', async () => {
    await system.register('/hooks');
    await system.pay('p1');
    await eventually(() => system.receiver.received.length === 2);
    await system.stopOperations();
    await writeFile(join(system.folder, 'queue', 'data.mdb'), 'x'.repeat(9_999));
    const before = system.receiver.received.splice(0).map(({ id }) => id);
    await system.startOperations();
    await system.pay('p2');
    await eventually(() => system.receiver.received.length === 4);
    expect(system.receiver.received.map(({ id }) => id)).toEqual(expect.arrayContaining(before));
  });
});
