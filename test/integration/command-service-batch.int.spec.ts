import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';

type Result = {
  readonly outcome: 'accepted' | 'refused';
  readonly paymentId: string | null;
  readonly problem: {
    readonly code: string;
    readonly errors?: { readonly field: string }[];
  } | null;
};

const UNKNOWN = '3f0f6f0e-6c1c-5d0a-9d5e-2f6d1c8a7b42';

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(async () => {
  await service.stop();
});

async function batch(...commands: unknown[]): Promise<Result[]> {
  const { status, body } = await service.post('/v1/batch', { commands });
  expect(status).toBe(200);
  return body['results'] as Result[];
}

function initiate(idempotencyKey: string, change: Record<string, unknown> = {}): object {
  return { operation: 'initiate', idempotencyKey, body: payment(change) };
}

describe('a batch', () => {
  it('records every command before its answer and takes the payments further after it', async () => {
    const results = await batch(initiate('a', { intent: 'capture' }), initiate('b'));
    expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    const [a, b] = results;
    expect(service.history(a?.paymentId).at(0)).toBe('PaymentInitiated');
    await eventually(
      () =>
        service.history(a?.paymentId).at(-1) === 'PaymentCaptured' &&
        service.history(b?.paymentId).at(-1) === 'PaymentAuthorised',
    );
  });

  it('answers each by itself: a bad command stops no other, and its field is named', async () => {
    const [good, bad, odd, unknown] = await batch(
      initiate('a'),
      initiate('b', { amount: { amount: '-5', currency: 'EUR' } }),
      'nonsense',
      { operation: 'initiate', idempotencyKey: 'c', body: payment(), extra: 1 },
    );
    expect(good?.outcome).toBe('accepted');
    expect(bad?.problem).toMatchObject({
      code: 'request-invalid',
      errors: [{ field: 'body.amount.amount' }],
    });
    expect(odd?.problem?.code).toBe('request-invalid');
    expect(unknown?.problem).toMatchObject({ errors: [{ field: 'extra' }] });
  });

  it('captures, refunds and voids as the same commands alone would', async () => {
    const first = await service.post('/v1/payments', payment());
    const second = await service.post('/v1/payments', payment());
    const captured = await service.post('/v1/payments', payment({ intent: 'capture' }));
    const ids = [first, second, captured].map(({ body }) => String(body['paymentId']));
    const [a = '', b = '', c = ''] = ids;
    const amount = { amount: '300', currency: 'EUR' };
    const results = await batch(
      { operation: 'capture', idempotencyKey: 'k', paymentId: a, body: { amount } },
      { operation: 'void', idempotencyKey: 'k', paymentId: b },
      { operation: 'refund', idempotencyKey: 'k', paymentId: c, body: { amount } },
      { operation: 'void', idempotencyKey: 'k', paymentId: c },
      { operation: 'void', idempotencyKey: 'k', paymentId: 'not-a-uuid' },
    );
    expect(results.map(({ problem }) => problem?.code ?? 'accepted')).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'payment-captured',
      'request-invalid',
    ]);
    await eventually(
      () =>
        service.history(a).at(-1) === 'PaymentCaptured' &&
        service.history(b).at(-1) === 'PaymentVoided' &&
        service.history(c).at(-1) === 'PaymentRefunded',
    );
  });

  it('makes one payment of a key, whether it comes alone, in a batch or twice in one', async () => {
    const alone = await service.post('/v1/payments', payment(), { 'idempotency-key': 'a' });
    const results = await batch(initiate('a'), initiate('b'), initiate('b'));
    const [again, once, twice] = results.map(({ paymentId }) => paymentId);
    expect(again).toBe(alone.body['paymentId']);
    expect(once).toBe(twice);
    const begun = service.events.filter(({ type }) => type === 'PaymentInitiated');
    expect(begun).toHaveLength(2);
  });

  it('refuses a key that a header and a batch would write differently, in both', async () => {
    const utf8 = Buffer.from('zahlung-ü').toString('latin1');
    for (const key of [utf8, 'zahlung-ü']) {
      const alone = await service.post('/v1/payments', payment(), { 'idempotency-key': key });
      expect(alone).toMatchObject({ status: 400, body: { code: 'idempotency-key-invalid' } });
    }
    const [result] = await batch(initiate('zahlung-ü'));
    expect(result?.problem).toMatchObject({ code: 'idempotency-key-invalid' });
    expect(service.events).toEqual([]);
  });

  it('refuses a key that was used with another body', async () => {
    const [first, second] = await batch(initiate('a'), initiate('a', { orderId: 'other' }));
    const outcomes = [first, second].map((result) => result?.problem?.code ?? 'accepted').sort();
    expect(outcomes).toEqual(['accepted', 'idempotency-key-reused']);
  });

  it('answers in the order of its commands, with the outcome of each', async () => {
    const alternatives = [{ provider: 'paypal', method: { kind: 'paypal' } }];
    const kinds = [
      (key: string) => initiate(key, { intent: 'initiate' }),
      (key: string) => initiate(key, { intent: 'initiate', orderId: '' }),
      (key: string) => initiate(key, { intent: 'initiate', alternatives }),
      (key: string) => ({ operation: 'void', idempotencyKey: key, paymentId: UNKNOWN }),
      () => null,
    ];
    const commands = Array.from({ length: 600 }, (_, index) =>
      kinds[index % kinds.length]?.(`k-${index}`),
    );
    const results = await batch(...commands);
    const expected = ['accepted', 'request-invalid', 'accepted', 'payment-not-found'];
    for (const [index, { problem, paymentId }] of results.entries()) {
      const code = [...expected, 'request-invalid'][index % kinds.length];
      expect(problem?.code ?? 'accepted').toBe(code);
      if (code === 'accepted') expect(service.history(paymentId)).toEqual(['PaymentInitiated']);
    }
    expect(await batch(...commands)).toEqual(results);
  });

  it('refuses card numbers before anything is recorded', async () => {
    const card = { metadata: { note: '4242 4242 4242 4242' } };
    const { status, body } = await service.post('/v1/batch', {
      commands: [initiate('a'), initiate('b', card)],
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'card-data-refused',
      errors: [{ field: 'commands.1.body.metadata.note' }],
    });
    expect(service.events).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['more than a thousand', Array.from({ length: 1_001 }, () => ({}))],
  ])('of %s is refused', async (_name, commands) => {
    const { status, body } = await service.post('/v1/batch', { commands });
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ field: 'commands' }] });
  });

  it('of a thousand long commands fits', async () => {
    const metadata = Object.fromEntries(
      Array.from({ length: 5 }, (_, index) => [`key-${index}`, 'x'.repeat(500)]),
    );
    const commands = Array.from({ length: 1_000 }, (_, index) =>
      initiate(`k-${index}`, { metadata, intent: 'initiate' }),
    );
    const results = await batch(...commands);
    expect(results.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1_000);
  });

  it('needs a service key', async () => {
    const headers = { authorization: 'Bearer analyst-key' };
    const { status } = await service.post('/v1/batch', { commands: [initiate('a')] }, headers);
    expect(status).toBe(403);
  });
});
