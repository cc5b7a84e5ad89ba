import { SandboxUnderTest } from './provider-sandbox-under-test.js';

type Json = Readonly<Record<string, unknown>>;

/** One request that moves something, and how often its effect is in the books. */
type Prepared = {
  readonly path: string;
  readonly body: string;
  readonly effects: () => Promise<number>;
};

type Case = {
  readonly provider: 'stripe' | 'paypal';
  readonly operation: string;
  readonly prepare: (world: World) => Promise<Prepared>;
};

const BEFORE = ['429', '500-before', 'drop-before'] as const;
const AFTER = ['500-after', 'drop-after'] as const;

const CASES: readonly Case[] = [
  { provider: 'stripe', operation: 'payment_intents.create', prepare: create },
  { provider: 'stripe', operation: 'payment_intents.confirm', prepare: confirm },
  { provider: 'stripe', operation: 'payment_intents.increment_authorization', prepare: increment },
  { provider: 'stripe', operation: 'payment_intents.capture', prepare: capture },
  { provider: 'stripe', operation: 'payment_intents.cancel', prepare: cancel },
  { provider: 'stripe', operation: 'refunds.create', prepare: refund },
  { provider: 'stripe', operation: 'disputes.close', prepare: closeDispute },
  { provider: 'stripe', operation: 'payouts.create', prepare: payOut },
  { provider: 'paypal', operation: 'orders.authorize', prepare: authorizeOrder },
  { provider: 'paypal', operation: 'orders.capture', prepare: captureOrder },
  { provider: 'paypal', operation: 'authorizations.capture', prepare: captureAuthorization },
  { provider: 'paypal', operation: 'authorizations.reauthorize', prepare: reauthorize },
  { provider: 'paypal', operation: 'authorizations.void', prepare: voidAuthorization },
  { provider: 'paypal', operation: 'captures.refund', prepare: refundCapture },
  { provider: 'paypal', operation: 'disputes.accept-claim', prepare: acceptClaim },
];

const MATRIX = CASES.flatMap((each) =>
  [...BEFORE, ...AFTER].map((effect) => [each.operation, effect, each] as const),
);

describe('a fault at every operation that moves something', () => {
  let world: World;

  beforeAll(async () => {
    world = new World(await SandboxUnderTest.start());
  });

  afterAll(async () => {
    await world.sandbox.stop();
  });

  it.each(MATRIX)('%s under %s moves it once, however often it is asked', async (...given) => {
    const [operation, effect, { provider, prepare }] = given;
    const { path, body, effects } = await prepare(world);
    const none = await effects();
    const key = world.nextId();
    const ask = () => world.ask(provider, path, body, key);

    await world.sandbox.control('POST', '/faults', { provider, operation, effect });
    const struck = await ask();
    expect(struck).toBe({ '429': 429, '500-before': 500, '500-after': 500 }[effect as string] ?? 0);
    const moved = AFTER.some((each) => each === effect) ? 1 : 0;
    expect((await effects()) - none).toBe(moved);

    await ask();
    await ask();
    expect((await effects()) - none).toBe(1);
    expect(await world.sandbox.control('GET', '/faults')).toEqual({ faults: [] });
  });

  it.each(['stripe', 'paypal'] as const)('429 of %s says when to come again', async (provider) => {
    const headers = await world.headers(provider);
    const faults = { provider, effect: '429', retryAfterSeconds: 7 };
    await world.sandbox.control('POST', '/faults', faults);
    const path = provider === 'stripe' ? '/v1/charges' : '/v2/payments/captures/none';
    const answer = await fetch(world.sandbox.url + path, { headers });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
  });
});

/** A sandbox, and plain requests to it: SDKs would ask again by themselves. */
class World {
  #count = 0;

  constructor(readonly sandbox: SandboxUnderTest) {}

  nextId(): string {
    this.#count += 1;
    return `matrix-${this.#count}`;
  }

  async headers(provider: Case['provider']): Promise<Record<string, string>> {
    if (provider === 'stripe') return { authorization: 'Bearer sk_test_matrix' };
    const answer = await fetch(`${this.sandbox.url}/v1/oauth2/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('client:secret')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    return { authorization: `Bearer ${token}` };
  }

  /** @returns the status; 0 when the connection was closed. */
  async ask(provider: Case['provider'], path: string, body: string, key: string): Promise<number> {
    const answer = await this.#post(provider, path, body, key).catch(() => null);
    return answer?.status ?? 0;
  }

  async did(provider: Case['provider'], path: string, body: string): Promise<Json> {
    const answer = await this.#post(provider, path, body, this.nextId());
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${text}`);
    return JSON.parse(text) as Json;
  }

  async act(path: string, body: object = {}): Promise<Json> {
    return (await this.sandbox.control('POST', path, body)) as Json;
  }

  /** How many lines of a kind the books of a payment hold. */
  async lines(paymentId: string, kind: string): Promise<number> {
    return (await this.sandbox.books(paymentId)).lines.filter((line) => line.kind === kind).length;
  }

  async #post(provider: Case['provider'], path: string, body: string, key: string) {
    return fetch(this.sandbox.url + path, {
      method: 'POST',
      headers: {
        ...(await this.headers(provider)),
        connection: 'close',
        prefer: 'return=representation',
        'content-type':
          provider === 'stripe' ? 'application/x-www-form-urlencoded' : 'application/json',
        [provider === 'stripe' ? 'idempotency-key' : 'paypal-request-id']: key,
      },
      body,
    });
  }
}

function cardForm(paymentId: string, more: Readonly<Record<string, string>> = {}): string {
  return new URLSearchParams({
    amount: '10000',
    currency: 'eur',
    payment_method: 'pm_card_visa',
    'allowed_payment_method_types[0]': 'card',
    'metadata[payment_id]': paymentId,
    capture_method: 'manual',
    'payment_method_options[card][request_incremental_authorization]': 'if_available',
    ...more,
  }).toString();
}

async function card(world: World, more?: Readonly<Record<string, string>>) {
  const paymentId = world.nextId();
  const form = cardForm(paymentId, { confirm: 'true', ...more });
  const { id } = await world.did('stripe', '/v1/payment_intents', form);
  return { paymentId, path: `/v1/payment_intents/${String(id)}`, id: String(id) };
}

async function create(world: World): Promise<Prepared> {
  const paymentId = world.nextId();
  const body = cardForm(paymentId, { confirm: 'true' });
  const effects = () => world.lines(paymentId, 'authorisation');
  return { path: '/v1/payment_intents', body, effects };
}

async function confirm(world: World): Promise<Prepared> {
  const { paymentId, path } = await card(world, { confirm: 'false' });
  const effects = () => world.lines(paymentId, 'authorisation');
  return { path: `${path}/confirm`, body: '', effects };
}

async function increment(world: World): Promise<Prepared> {
  const { paymentId, path } = await card(world);
  const effects = () => world.lines(paymentId, 'authorisation');
  return { path: `${path}/increment_authorization`, body: 'amount=12000', effects };
}

async function capture(world: World): Promise<Prepared> {
  const { paymentId, path } = await card(world);
  return { path: `${path}/capture`, body: '', effects: () => world.lines(paymentId, 'capture') };
}

async function cancel(world: World): Promise<Prepared> {
  const { paymentId, path } = await card(world);
  return { path: `${path}/cancel`, body: '', effects: () => world.lines(paymentId, 'void') };
}

async function refund(world: World): Promise<Prepared> {
  const { paymentId, id } = await card(world, { capture_method: 'automatic' });
  const body = `payment_intent=${id}&amount=100`;
  return { path: '/v1/refunds', body, effects: () => world.lines(paymentId, 'refund') };
}

async function closeDispute(world: World): Promise<Prepared> {
  const { id } = await card(world, { capture_method: 'automatic' });
  const dispute = await world.act(`/stripe/charges/${id}/dispute`);
  const path = `/v1/disputes/${String(dispute['id'])}`;
  const effects = async () => {
    const answer = await fetch(world.sandbox.url + path, {
      headers: await world.headers('stripe'),
    });
    return ((await answer.json()) as Json)['status'] === 'lost' ? 1 : 0;
  };
  return { path: `${path}/close`, body: '', effects };
}

async function payOut(world: World): Promise<Prepared> {
  const effects = async () => {
    const { stripe } = (await world.sandbox.control('GET', '/books')) as {
      stripe: Readonly<Record<string, { counts: Readonly<Record<string, number>> }>>;
    };
    return stripe['SEK']?.counts['payout'] ?? 0;
  };
  return { path: '/v1/payouts', body: 'amount=100&currency=sek', effects };
}

async function order(world: World, intent: 'CAPTURE' | 'AUTHORIZE') {
  const paymentId = world.nextId();
  const amount = { currency_code: 'EUR', value: '100.00' };
  const body = { intent, purchase_units: [{ custom_id: paymentId, amount }] };
  const { id } = await world.did('paypal', '/v2/checkout/orders', JSON.stringify(body));
  await world.act(`/paypal/orders/${String(id)}/approve`);
  return { paymentId, path: `/v2/checkout/orders/${String(id)}` };
}

type Finished = {
  readonly purchase_units: readonly {
    readonly payments: Readonly<Record<string, readonly { readonly id: string }[]>>;
  }[];
};

async function finished(world: World, what: 'authorizations' | 'captures') {
  const capturing = what === 'captures';
  const { paymentId, path } = await order(world, capturing ? 'CAPTURE' : 'AUTHORIZE');
  const done = await world.did('paypal', `${path}/${capturing ? 'capture' : 'authorize'}`, '{}');
  const id = (done as unknown as Finished).purchase_units[0]?.payments[what]?.[0]?.id ?? '';
  return { paymentId, id, path: `/v2/payments/${what}/${id}` };
}

async function authorizeOrder(world: World): Promise<Prepared> {
  const { paymentId, path } = await order(world, 'AUTHORIZE');
  const effects = () => world.lines(paymentId, 'authorisation');
  return { path: `${path}/authorize`, body: '{}', effects };
}

async function captureOrder(world: World): Promise<Prepared> {
  const { paymentId, path } = await order(world, 'CAPTURE');
  return { path: `${path}/capture`, body: '{}', effects: () => world.lines(paymentId, 'capture') };
}

async function captureAuthorization(world: World): Promise<Prepared> {
  const { paymentId, path } = await finished(world, 'authorizations');
  const body = '{"amount":{"currency_code":"EUR","value":"10.00"}}';
  return { path: `${path}/capture`, body, effects: () => world.lines(paymentId, 'capture') };
}

async function reauthorize(world: World): Promise<Prepared> {
  const { paymentId, path } = await finished(world, 'authorizations');
  await world.act('/clock', { advanceMs: 4 * 86_400_000 });
  const effects = () => world.lines(paymentId, 'authorisation');
  return { path: `${path}/reauthorize`, body: '{}', effects };
}

async function voidAuthorization(world: World): Promise<Prepared> {
  const { paymentId, path } = await finished(world, 'authorizations');
  return { path: `${path}/void`, body: '', effects: () => world.lines(paymentId, 'void') };
}

async function refundCapture(world: World): Promise<Prepared> {
  const { paymentId, path } = await finished(world, 'captures');
  const body = '{"amount":{"currency_code":"EUR","value":"10.00"}}';
  return { path: `${path}/refund`, body, effects: () => world.lines(paymentId, 'refund') };
}

async function acceptClaim(world: World): Promise<Prepared> {
  const { paymentId, id } = await finished(world, 'captures');
  const { dispute_id: dispute } = await world.act(`/paypal/captures/${id}/dispute`);
  const path = `/v1/customer/disputes/${String(dispute)}/accept-claim`;
  return { path, body: '{"note":"Sorry."}', effects: () => world.lines(paymentId, 'dispute') };
}
