import { lookup } from 'node:dns';
import { getEventListeners } from 'node:events';
import { WebhookReceiver } from '../../../../test/support/webhook-receiver.js';
import { send, type Answer, type Sending } from './send.js';

let receiver: WebhookReceiver;
let stopping: AbortController;

beforeEach(async () => {
  receiver = await WebhookReceiver.start();
  stopping = new AbortController();
});

afterEach(async () => {
  expect(getEventListeners(stopping.signal, 'abort')).toEqual([]);
  await receiver.stop();
});

function sent(change: Partial<Sending> = {}): Promise<Answer> {
  return send({
    url: `${receiver.url}/hooks`,
    headers: { 'content-type': 'application/json', 'webhook-id': 'msg_1' },
    body: '{"type":"ping"}',
    timeoutMs: 5_000,
    rules: { privateNetworks: 'allowed', resolve: lookup },
    signal: stopping.signal,
    now: () => Date.parse('2026-03-01T12:00:00.000Z'),
    ...change,
  });
}

describe('sending a webhook', () => {
  it.each<readonly [number, object]>([
    [200, { outcome: 'arrived' }],
    [299, { outcome: 'arrived' }],
    [301, { outcome: 'failed', reason: 'answered 301', retryAfterMs: 0 }],
    [410, { outcome: 'gone' }],
    [500, { outcome: 'failed', reason: 'answered 500', retryAfterMs: 0 }],
  ])('says what an answer of %d means, and leaves nothing behind', async (status, answer) => {
    receiver.answer = () => status;
    expect(await sent()).toMatchObject({ ...answer, reply: { status } });
    await closed();
    expect(receiver.received.map(({ id, text }) => [id, text])).toEqual([
      ['msg_1', '{"type":"ping"}'],
    ]);
  });

  it('fails when no answer comes in time', async () => {
    receiver.answer = () => null;
    const reason = 'no answer within 20 ms';
    const answer = { outcome: 'failed', reason, retryAfterMs: 0, reply: null };
    expect(await sent({ timeoutMs: 20 })).toEqual(answer);
    await closed();
  });

  it('fails when no server is there', async () => {
    const other = await WebhookReceiver.start();
    const url = `${other.url}/hooks`;
    await other.stop();
    expect(await sent({ url })).toMatchObject({ outcome: 'failed', reason: 'ECONNREFUSED' });
    await closed();
  });

  it('fails in time when its name is never looked up', async () => {
    const rules = { privateNetworks: 'allowed', resolve: () => undefined } as const;
    const url = 'https://receiver.example/hooks';
    expect(await sent({ url, timeoutMs: 20, rules })).toMatchObject({
      outcome: 'failed',
      reason: 'no answer within 20 ms',
    });
    await closed();
  });

  it('is stopped while it waits, and not begun afterwards', async () => {
    receiver.answer = () => {
      stopping.abort();
      return null;
    };
    expect(await sent({ timeoutMs: 600_000 })).toEqual({ outcome: 'stopped', reply: null });
    await closed();
    expect(await sent()).toEqual({ outcome: 'stopped', reply: null });
    expect(receiver.received).toHaveLength(1);
  });

  it('connects to no address that is refused', async () => {
    const answer = await sent({ rules: { privateNetworks: 'refused', resolve: lookup } });
    expect(answer).toMatchObject({ outcome: 'failed' });
    expect(receiver.received).toEqual([]);
  });
});

describe('the answer of a receiver', () => {
  it.each<readonly [string, Buffer, object]>([
    ['whole', Buffer.from('thanks – شكراً'), { text: 'thanks – شكراً', encoding: 'utf-8' }],
    [
      'as base64 when it is no UTF-8',
      Buffer.from([0xff, 0, 0x80]),
      { text: '/wCA', encoding: 'base64' },
    ],
    ['whole at 4096 bytes', Buffer.alloc(4_096, 'x'), { text: 'x'.repeat(4_096), isWhole: true }],
    [
      'in its first 4096 bytes',
      Buffer.alloc(4_097, 'x'),
      { text: 'x'.repeat(4_096), isWhole: false },
    ],
    [
      'without half of a character',
      Buffer.alloc(9_999, '€'),
      { text: '€'.repeat(1_365), isWhole: false },
    ],
  ])('is kept %s', async (_how, bytes, body) => {
    receiver.answer = () => (to) => to.writeHead(500).end(bytes);
    const { reply } = await sent();
    expect(reply?.body).toMatchObject({ isWhole: bytes.length <= 4_096, ...body });
    await closed();
  });

  it('counts although its body never ends, with what came of it', async () => {
    receiver.answer = () => (to) => to.writeHead(200, { location: 'l'.repeat(999) }).write('begun');
    const { outcome, reply } = await sent();
    expect([outcome, reply?.body]).toEqual([
      'arrived',
      { text: 'begun', encoding: 'utf-8', isWhole: false },
    ]);
    expect(reply?.headers).toEqual({
      date: expect.any(String) as string,
      location: 'l'.repeat(300),
    });
    await closed();
  });
});

/** The connection is torn down after its answer is known; gives up waiting after a second. */
async function closed(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (getEventListeners(stopping.signal, 'abort').length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
