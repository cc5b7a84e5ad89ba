import { Webhook } from 'standardwebhooks';
import { OperationsClient, verifyWebhook, type WebhookEvent } from '#client';
import { eventually } from '../support/eventually.js';
import type { Message } from '../support/webhook-receiver.js';
import { WebhooksUnderTest } from '../support/webhooks-under-test.js';

let system: WebhooksUnderTest;
let client: OperationsClient;
let received: Message[];

beforeEach(async () => {
  system = await WebhooksUnderTest.start();
  client = new OperationsClient({ url: system.url, key: 'shop' });
  received = system.receiver.received;
});

afterEach(async () => {
  client.close();
  await system.stop();
});

describe('webhooks that the service sends', () => {
  it('are believed by the client and by the published library', async () => {
    const { secret } = await system.register('/hooks', ['*']);
    await system.pay('p1');
    await eventually(() => received.length >= 3);
    const events = await Promise.all(received.map((each) => eventOf(each, secret)));
    expect(events.map(({ type }) => type)).toEqual([
      'payment.initiated',
      'payment.authorised',
      'payment.captured',
    ]);
    for (const event of events) {
      if (event.type === 'payment.captured') expect(event.data.captured.amount).toBe('1000');
    }
    for (const { headers, text } of received) new Webhook(secret).verify(text, headers);
  });

  it('are believed by either secret after one was replaced, and by no other', async () => {
    const { endpointId, secret: before } = await system.register('/hooks');
    const { secret: after } = await client.webhookEndpoints.replaceSecret({
      endpointId,
      idempotencyKey: crypto.randomUUID(),
    });
    await system.pay('p1');
    await eventually(() => received.length === 2);
    const [message] = received as [Message];
    for (const secret of [before, after ?? '']) await eventOf(message, secret);
    const other = `whsec_${Buffer.from('another').toString('base64')}`;
    await expect(eventOf(message, other)).rejects.toMatchObject({ code: 'signature-wrong' });
  });

  it('of a test are an event of their own', async () => {
    const { endpointId, secret } = await system.register('/hooks');
    await client.webhookDeliveries.test({ endpointId, idempotencyKey: 'try-1' });
    const [message] = received as [Message];
    expect(await eventOf(message, secret)).toMatchObject({
      type: 'webhook.test',
      data: { test: true },
    });
  });

  it('are listed attempt by attempt over pages', async () => {
    const { endpointId } = await system.register('/hooks');
    await system.pay('p1');
    await eventually(async () => (await attempts(endpointId)).length === 2);
    expect(new Set(await attempts(endpointId)).size).toBe(2);
  });
});

async function attempts(endpointId: string): Promise<string[]> {
  const ids: string[] = [];
  const query = { limit: 1 };
  for await (const each of client.webhookDeliveries.ofEndpointEach({ endpointId, query })) {
    ids.push(each.messageId);
  }
  return ids;
}

async function eventOf({ headers, text }: Message, secret: string): Promise<WebhookEvent> {
  return (await verifyWebhook({ headers, body: text }, { secrets: secret })).event;
}
