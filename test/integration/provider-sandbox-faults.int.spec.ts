import { verify, X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import Stripe from 'stripe';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import {
  HAVE_SPECIFICATIONS,
  PayPalSpecification,
  StripeSpecification,
} from '../support/specifications.js';
import { AppProcess } from '../support/processes.js';
import { SandboxUnderTest, WebhookEndpoint, type Delivery } from './provider-sandbox-under-test.js';

const SECRET = 'whsec_integration';
const HELD = {
  amount: 1000,
  currency: 'eur',
  payment_method: 'pm_card_visa',
  confirm: true,
  capture_method: 'manual',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const;

describe("the sandbox's faults", () => {
  let sandbox: SandboxUnderTest;
  let stripe: Stripe;
  /** Gives up on an answer that a fault holds back. */
  let impatient: Stripe;
  let count = 0;

  beforeAll(async () => {
    sandbox = await SandboxUnderTest.start();
    stripe = sandbox.stripe();
    impatient = sandbox.stripe({ timeout: 500 });
  });

  afterEach(async () => {
    await sandbox.control('DELETE', '/faults');
  });

  afterAll(async () => {
    await sandbox.stop();
  });

  const fault = (given: object) =>
    sandbox.control('POST', '/faults', { operation: 'payment_intents.capture', ...given });

  /** A held payment, and how often its money was captured. */
  const held = async () => {
    count += 1;
    const paymentId = `faulty-${count}`;
    const { id } = await stripe.paymentIntents.create({
      ...HELD,
      metadata: { payment_id: paymentId },
    });
    const captures = async () =>
      (await sandbox.books(paymentId)).lines.filter(({ kind }) => kind === 'capture').length;
    return { id, captures, key: { idempotencyKey: paymentId } };
  };

  const withoutMoney: readonly [string, string][] = [
    ['429', 'StripeRateLimitError'],
    ['500-before', 'StripeAPIError'],
  ];

  it.each(withoutMoney)('%s takes no money, and the next request does', async (effect, type) => {
    const { id, captures, key } = await held();
    await fault({ effect });
    await expect(stripe.paymentIntents.capture(id, {}, key)).rejects.toMatchObject({ type });
    expect(await captures()).toBe(0);
    await stripe.paymentIntents.capture(id, {}, key);
    expect(await captures()).toBe(1);
  });

  it('drop-before takes no money', async () => {
    const { id, captures } = await held();
    // The SDK asks twice by itself when a connection is reset.
    await fault({ effect: 'drop-before', times: 2 });
    await expect(stripe.paymentIntents.capture(id)).rejects.toMatchObject({
      type: 'StripeConnectionError',
    });
    expect(await captures()).toBe(0);
  });

  it.each(['drop-after', 'hold-answer'])(
    '%s takes the money once and does not answer',
    async (effect) => {
      const { id, captures, key } = await held();
      await fault({ effect, times: 2 });
      await expect(impatient.paymentIntents.capture(id, {}, key)).rejects.toMatchObject({
        type: 'StripeConnectionError',
      });
      expect(await captures()).toBe(1);
      await sandbox.control('DELETE', '/faults');
      const again = await stripe.paymentIntents.capture(id, {}, key);
      expect(again.status).toBe('succeeded');
      expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
      expect(await captures()).toBe(1);
    },
  );

  it('500-after is what Stripe repeats: only reading back tells', async () => {
    const { id, captures, key } = await held();
    await fault({ effect: '500-after' });
    const failed = { type: 'StripeAPIError', statusCode: 500 };
    await expect(stripe.paymentIntents.capture(id, {}, key)).rejects.toMatchObject(failed);
    await expect(stripe.paymentIntents.capture(id, {}, key)).rejects.toMatchObject(failed);
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('succeeded');
    expect(await captures()).toBe(1);
  });

  it('delays an answer', async () => {
    const { id } = await held();
    await fault({ effect: 'delay', delayMs: 700 });
    await expect(impatient.paymentIntents.capture(id)).rejects.toMatchObject({
      type: 'StripeConnectionError',
    });
  });

  it('strikes after the requests it skips, as often as configured', async () => {
    await fault({ operation: 'payment_intents.list', effect: '429', skip: 1, times: 2 });
    const asked = async () => {
      const answer: unknown = await stripe.paymentIntents.list().catch((error: unknown) => error);
      return answer instanceof Error ? 'refused' : 'answered';
    };
    const answers = [await asked(), await asked(), await asked(), await asked()];
    expect(answers).toEqual(['answered', 'refused', 'refused', 'answered']);
    expect(await sandbox.control('GET', '/faults')).toEqual({ faults: [] });
  });

  it('strikes by chance, and the same way for the same seed', async () => {
    const strikes = async (seed: number) => {
      await sandbox.control('DELETE', '/faults');
      const chance = { effect: '429', times: 1000, probability: 0.5, seed };
      await fault({ operation: 'payment_intents.list', ...chance });
      const answers: boolean[] = [];
      for (let asked = 0; asked < 20; asked += 1) {
        answers.push(
          await stripe.paymentIntents.list().then(
            () => false,
            () => true,
          ),
        );
      }
      return answers;
    };
    const first = await strikes(7);
    expect(new Set(first).size).toBe(2);
    expect(await strikes(7)).toEqual(first);
    expect(await strikes(8)).not.toEqual(first);
  });

  it('refuses a fault that makes no sense, naming the field', async () => {
    await expect(fault({ effect: 'explode' })).rejects.toThrow(/effect must be one of delay/);
    await expect(fault({ effect: '429', often: 1 })).rejects.toThrow(/unknown field often/);
    await expect(fault({ effect: '429', probability: 2 })).rejects.toThrow(/probability/);
    await expect(sandbox.control('POST', '/clock', { advanceMs: -1 })).rejects.toThrow(
      /only goes on/,
    );
  });

  it('remembers the requests it saw', async () => {
    const { id, key } = await held();
    const seen = async (since: number) =>
      (
        (await sandbox.control('GET', `/requests?since=${since}`)) as {
          requests: { number: number; status: number | null; replayed: boolean }[];
        }
      ).requests;
    const last = (await seen(0)).at(-1)?.number ?? 0;
    await stripe.paymentIntents.capture(id, {}, key);
    await stripe.paymentIntents.capture(id, {}, key);
    expect(await seen(last)).toMatchObject([
      { operation: 'payment_intents.capture', ...key, status: 200, replayed: false, fault: null },
      { operation: 'payment_intents.capture', ...key, status: 200, replayed: true },
    ]);
  });
});

describe("the sandbox's webhooks", () => {
  let sandbox: SandboxUnderTest;
  let stripe: Stripe;
  let endpoint: WebhookEndpoint;

  beforeEach(async () => {
    endpoint = await WebhookEndpoint.start();
    sandbox = await SandboxUnderTest.start({
      STRIPE_WEBHOOK_SECRET: SECRET,
      PAYPAL_WEBHOOK_ID: 'WH-ID-1',
      SANDBOX_WEBHOOK_URL_STRIPE: endpoint.url,
      SANDBOX_WEBHOOK_URL_PAYPAL: endpoint.url,
    });
    stripe = sandbox.stripe();
  });

  afterEach(async () => {
    await sandbox.stop();
    await endpoint.stop();
  });

  const capture = async () => {
    const { id } = await stripe.paymentIntents.create(HELD);
    await stripe.paymentIntents.capture(id);
  };
  const CAPTURED = [
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.amount_capturable_updated',
    'charge.captured',
    'payment_intent.succeeded',
  ];
  const typesOf = (deliveries: readonly Delivery[]) => deliveries.map(({ type }) => type);

  it('come in order, signed as Stripe signs', async () => {
    await capture();
    const taken = await endpoint.until(5);
    expect(typesOf(taken)).toEqual(CAPTURED);
    for (const { body, headers } of taken) {
      const signature = headers['stripe-signature'] ?? '';
      const event = stripe.webhooks.constructEvent(body, signature, SECRET);
      expect(event).toMatchObject({ api_version: '2026-10-28.endive', pending_webhooks: 1 });
      expect(() => stripe.webhooks.constructEvent(`${body} `, signature, SECRET)).toThrow();
    }
    const listed = await stripe.events.list({ delivery_success: true, limit: 100 });
    expect(listed.data.map(({ id }) => id).sort()).toEqual(taken.map(({ id }) => id).sort());
    expect(listed.data[0]?.pending_webhooks).toBe(0);
    if (!HAVE_SPECIFICATIONS) return;
    const specification = new StripeSpecification();
    expect(taken.flatMap(({ body }) => specification.problemsOfEvent(body))).toEqual([]);
  });

  it('come again until they are taken', async () => {
    endpoint.refusals = 2;
    await capture();
    expect(typesOf(await endpoint.until(5))).toEqual(CAPTURED);
  });

  it('come after a restart when they did not before', async () => {
    endpoint.refusals = 1_000_000;
    await capture();
    await sandbox.restart();
    endpoint.refusals = 0;
    expect(typesOf(await endpoint.until(5))).toEqual(CAPTURED);
  });

  it('come twice, late or never when told to', async () => {
    const fault = (operation: string, effect: string, delayMs = 0) =>
      sandbox.control('POST', '/faults', { provider: 'stripe', operation, effect, delayMs });
    await fault('payment_intent.created', 'webhook-lost');
    await fault('charge.succeeded', 'webhook-late', 300);
    await fault('charge.captured', 'webhook-duplicate');
    await capture();
    const taken = await endpoint.until(5);
    expect(typesOf(taken)).toEqual([
      'payment_intent.amount_capturable_updated',
      'charge.captured',
      'charge.captured',
      'payment_intent.succeeded',
      'charge.succeeded',
    ]);
    expect(taken[1]?.id).toBe(taken[2]?.id);
    const lost = await stripe.events.list({ delivery_success: false });
    expect(lost.data.map(({ type }) => type)).toEqual(['payment_intent.created']);
  });

  it('overtake each other when told to', async () => {
    const reordered = { operation: 'charge.succeeded', effect: 'webhook-reordered' };
    await sandbox.control('POST', '/faults', reordered);
    await capture();
    const [created, succeeded, capturable, ...others] = CAPTURED;
    expect(typesOf(await endpoint.until(5))).toEqual([created, capturable, succeeded, ...others]);
  });

  it('are kept back, lost and let go in the order that is asked for', async () => {
    await sandbox.control('POST', '/webhooks/hold');
    await capture();
    const { undelivered } = (await sandbox.control('GET', '/webhooks')) as {
      undelivered: { id: string; type: string; state: string }[];
    };
    expect(undelivered.map(({ type, state }) => [type, state])).toEqual(
      CAPTURED.map((type) => [type, 'held']),
    );
    expect(endpoint.taken).toEqual([]);
    await sandbox.control('DELETE', `/webhooks/${undelivered[1]?.id}`);
    const order = { order: 'reversed', times: 2 };
    expect(await sandbox.control('POST', '/webhooks/release', order)).toEqual({ released: 8 });
    const left = CAPTURED.filter((type) => type !== 'charge.succeeded').reverse();
    expect(typesOf(await endpoint.until(8))).toEqual([...left, ...left]);
    await sandbox.control('POST', `/webhooks/${undelivered[1]?.id}/resend`);
    expect(typesOf(await endpoint.until(9)).at(-1)).toBe('charge.succeeded');
  });

  it('come shuffled the same way for the same seed', async () => {
    const shuffled = async () => {
      const already = endpoint.taken.length;
      await sandbox.control('POST', '/webhooks/hold');
      await capture();
      await sandbox.control('POST', '/webhooks/release', { order: 'shuffled', seed: 5 });
      return typesOf((await endpoint.until(already + 5)).slice(already));
    };
    const first = await shuffled();
    expect(first).not.toEqual(CAPTURED);
    expect(await shuffled()).toEqual(first);
  });

  it('come signed as PayPal signs, under a certificate of the published root', async () => {
    const order = await createApproved(sandbox);
    await sandbox.paypal().orders.captureOrder({ id: order });
    const taken = await endpoint.until(3);
    expect(typesOf(taken)).toEqual([
      'CHECKOUT.ORDER.APPROVED',
      'PAYMENT.CAPTURE.COMPLETED',
      'CHECKOUT.ORDER.COMPLETED',
    ]);
    const root = new X509Certificate(
      await (await fetch(`${sandbox.url}/sandbox/paypal-ca.pem`)).text(),
    );
    for (const { body, headers } of taken) {
      const url = String(headers['paypal-cert-url']);
      const leaf = new X509Certificate(await (await fetch(url)).text());
      expect(leaf.subject).toContain('CN=messageverificationcerts.sandbox.paypal.com');
      expect(leaf.checkIssued(root) && leaf.verify(root.publicKey)).toBe(true);
      expect([root.ca, leaf.ca]).toEqual([true, false]);
      expect(Date.parse(leaf.validTo)).toBeGreaterThan(Date.parse(leaf.validFrom));

      const { 'paypal-transmission-id': id, 'paypal-transmission-time': time } = headers;
      const message = (text: string) =>
        Buffer.from(`${String(id)}|${String(time)}|WH-ID-1|${crc32(text)}`);
      const signature = Buffer.from(String(headers['paypal-transmission-sig']), 'base64');
      expect(verify('sha256', message(body), leaf.publicKey, signature)).toBe(true);
      expect(verify('sha256', message(`${body} `), leaf.publicKey, signature)).toBe(false);
    }
    expect(await postback(sandbox, taken[0], 'WH-ID-1')).toBe('SUCCESS');
    expect(await postback(sandbox, taken[0], 'WH-ID-2')).toBe('FAILURE');
    if (!HAVE_SPECIFICATIONS) return;
    const specification = new PayPalSpecification();
    expect(taken.flatMap(({ body }) => specification.problemsOfEvent(body))).toEqual([]);
  });
});

describe("the sandbox's books", () => {
  it('are as they were after a restart, keys and certificates too', async () => {
    const sandbox = await SandboxUnderTest.start();
    try {
      const stripe = sandbox.stripe();
      const order = await createApproved(sandbox);
      const key = { idempotencyKey: 'before' };
      const { id } = await stripe.paymentIntents.create(HELD, key);
      await stripe.paymentIntents.capture(id);
      const root = await (await fetch(`${sandbox.url}/sandbox/paypal-ca.pem`)).text();
      const before = await sandbox.control('GET', '/books');
      await sandbox.control('POST', '/clock', { advanceMs: 5000 });

      await sandbox.restart();
      expect(await sandbox.control('GET', '/books')).toEqual(before);
      expect(await sandbox.control('GET', '/clock')).toMatchObject({ offsetMs: 5000 });
      expect(await (await fetch(`${sandbox.url}/sandbox/paypal-ca.pem`)).text()).toBe(root);
      const again = await sandbox.stripe().paymentIntents.create(HELD, key);
      expect(again.id).toBe(id);
      await sandbox.paypal().orders.captureOrder({ id: order });
      await sandbox.stripe().refunds.create({ payment_intent: id });
    } finally {
      await sandbox.stop();
    }
  });

  it('hold everything that was answered when the process is killed', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'assay-sandbox-kill-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
    const connect = () =>
      new Stripe('sk_test_kill', {
        host: '127.0.0.1',
        port,
        protocol: 'http',
        maxNetworkRetries: 0,
      });
    let process = AppProcess.start('provider-sandbox', env);
    try {
      await process.untilReady(url);
      const answered = new Set<string>();
      const stripe = connect();
      // Each ends with the refusal that the kill brings.
      const payers = Promise.allSettled(
        Array.from({ length: 16 }, async () => {
          for (;;) answered.add((await stripe.paymentIntents.create(HELD)).id);
        }),
      );
      while (answered.size < 100) await new Promise((resolve) => setTimeout(resolve, 10));
      await process.stop('SIGKILL');
      await payers;

      process = AppProcess.start('provider-sandbox', env);
      await process.untilReady(url);
      const kept = new Set<string>();
      for await (const { id } of connect().paymentIntents.list({ limit: 100 })) kept.add(id);
      expect([...answered].filter((id) => !kept.has(id))).toEqual([]);
      const books = (await (await fetch(`${url}/sandbox/books`)).json()) as {
        stripe: { EUR: { counts: { authorisation: number } } };
      };
      expect(books.stripe.EUR.counts.authorisation).toBe(kept.size);
    } finally {
      await process.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});

/** @returns the id of an order that its payer has approved. */
async function createApproved(sandbox: SandboxUnderTest): Promise<string> {
  const { result } = await sandbox.paypal().orders.createOrder({
    body: {
      intent: 'CAPTURE' as never,
      purchaseUnits: [{ amount: { currencyCode: 'EUR', value: '10.00' } }],
    },
  });
  const token = result.id ?? '';
  await sandbox.decide(`${sandbox.url}/checkoutnow`, { token, action: 'approve' });
  return token;
}

/** Asks PayPal whether a delivery is genuine. */
async function postback(
  sandbox: SandboxUnderTest,
  delivery: Delivery | undefined,
  webhookId: string,
): Promise<string> {
  if (delivery === undefined) throw new Error('nothing was delivered');
  const token = await fetch(`${sandbox.url}/v1/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('client:secret')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: bearer } = (await token.json()) as { access_token: string };
  const { headers } = delivery;
  const fields = JSON.stringify({
    auth_algo: headers['paypal-auth-algo'],
    cert_url: headers['paypal-cert-url'],
    transmission_id: headers['paypal-transmission-id'],
    transmission_sig: headers['paypal-transmission-sig'],
    transmission_time: headers['paypal-transmission-time'],
    webhook_id: webhookId,
  });
  const answer = await fetch(`${sandbox.url}/v1/notifications/verify-webhook-signature`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: `${fields.slice(0, -1)},"webhook_event":${delivery.body}}`,
  });
  return ((await answer.json()) as { verification_status: string }).verification_status;
}

describe('a sandbox in memory', () => {
  it('keeps the same books and events, and tells only what was subscribed to', async () => {
    const endpoint = await WebhookEndpoint.start();
    const sandbox = await SandboxUnderTest.start({
      SANDBOX_STORE: 'memory',
      SANDBOX_WEBHOOK_URL_STRIPE: endpoint.url,
      SANDBOX_WEBHOOK_EVENTS_STRIPE: 'charge.captured,charge.refunded',
    });
    try {
      const stripe = sandbox.stripe();
      const metadata = { payment_id: 'in-memory' };
      const { id } = await stripe.paymentIntents.create({ ...HELD, metadata });
      await stripe.paymentIntents.capture(id);
      await stripe.refunds.create({ payment_intent: id, amount: 100 });
      const { totals } = await sandbox.books('in-memory');
      expect(totals['EUR']).toMatchObject({ captured: '1000', refunded: '100' });
      expect((await stripe.events.list({ limit: 3 })).data.map(({ type }) => type)).toEqual([
        'charge.refunded',
        'refund.created',
        'payment_intent.succeeded',
      ]);
      const taken = await endpoint.until(2);
      expect(taken.map(({ type }) => type)).toEqual(['charge.captured', 'charge.refunded']);
      await sandbox.restart();
      expect((await sandbox.books('in-memory')).lines).toEqual([]);
    } finally {
      await sandbox.stop();
      await endpoint.stop();
    }
  });
});

describe('a request that the sandbox does not know', () => {
  let sandbox: SandboxUnderTest;

  beforeAll(async () => {
    sandbox = await SandboxUnderTest.start({ SANDBOX_STORE: 'memory' });
  });

  afterAll(async () => {
    await sandbox.stop();
  });

  const ask = async (method: string, path: string, body?: string) => {
    const answer = await fetch(`${sandbox.url}${path}`, { method, ...(body && { body }) });
    const text = (await answer.json()) as { error?: unknown; name?: string };
    return [answer.status, text.name ?? text.error];
  };

  it.each([
    [
      'GET',
      '/v1/charges/ch_1/refund',
      [404, expect.objectContaining({ type: 'invalid_request_error' })],
    ],
    [
      'DELETE',
      '/v1/charges/ch_1',
      [405, expect.objectContaining({ type: 'invalid_request_error' })],
    ],
    ['GET', '/v2/checkout/orders/', [404, 'RESOURCE_NOT_FOUND']],
    ['GET', '/v1/reporting/none', [404, 'RESOURCE_NOT_FOUND']],
    ['DELETE', '/v2/checkout/orders/1', [405, 'METHOD_NOT_SUPPORTED']],
    ['GET', '/nowhere', [404, 'no /nowhere here; GET /sandbox lists what there is']],
  ])('%s %s is refused in the words of its provider', async (method, path, refusal) => {
    expect(await ask(method, path)).toEqual(refusal);
  });

  it('is refused when its body is too large', async () => {
    const body = 'x'.repeat(1024 * 1024 + 1);
    expect(await ask('POST', '/v1/refunds', body)).toEqual([413, 'bodies end at 1048576 bytes']);
  });
});
