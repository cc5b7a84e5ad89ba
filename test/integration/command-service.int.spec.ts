import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(async () => {
  await service.stop();
});

describe('a payment', () => {
  it('goes as far as its intent says, promise before money', async () => {
    const { status, body } = await service.post('/v1/payments', payment({ intent: 'capture' }));
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'captured', captured: { amount: '1050' } });
    expect(service.history(body['paymentId'])).toEqual([
      'PaymentInitiated',
      'RiskAssessed',
      'AuthorisationRequested',
      'PaymentAuthorised',
      'CaptureRequested',
      'PaymentCaptured',
    ]);
  });

  it('is captured in part, refunded in part, and read back', async () => {
    const { body } = await service.post('/v1/payments', payment());
    const path = `/v1/payments/${String(body['paymentId'])}`;
    await service.post(`${path}/capture`, { amount: { amount: '800', currency: 'EUR' } });
    await service.post(`${path}/refund`, { amount: { amount: '300', currency: 'EUR' } });
    const read = await service.get(path);
    expect(read.body).toMatchObject({
      status: 'partially-refunded',
      captured: { amount: '800' },
      refunded: { amount: '300' },
    });
  });

  it('is voided', async () => {
    const { body } = await service.post('/v1/payments', payment());
    const path = `/v1/payments/${String(body['paymentId'])}`;
    const voided = await service.post(`${path}/void`, {});
    expect(voided.body).toMatchObject({ status: 'voided', authorised: { amount: '0' } });
    const capture = await service.post(`${path}/capture`, {});
    expect(capture).toMatchObject({ status: 409, body: { code: 'payment-voided' } });
  });

  it('only initiated is scored before it is authorised', async () => {
    const { body } = await service.post('/v1/payments', payment({ intent: 'initiate' }));
    expect(service.history(body['paymentId'])).toEqual(['PaymentInitiated']);
    const path = `/v1/payments/${String(body['paymentId'])}`;
    service.scorer.verdict = 'decline';
    const declined = await service.post(`${path}/authorise`, {});
    expect(declined).toMatchObject({ status: 200, body: { status: 'declined' } });
    expect(service.provider.calls).toEqual([]);
    const again = await service.post(`${path}/authorise`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'payment-declined' } });
  });

  it('waits for the payer and goes on when asked again', async () => {
    const url = 'https://bank.example/3ds';
    const at = '2026-03-01T12:00:00.000Z';
    service.provider.authorisations.push({
      status: 'payer-action-required',
      url,
      orderReference: 'pi_1',
      at,
    });
    const waiting = await service.post('/v1/payments', payment());
    expect(waiting.body).toMatchObject({ status: 'payer-action-required', action: { url } });
    const path = `/v1/payments/${String(waiting.body['paymentId'])}`;
    const back = await service.post(`${path}/authorise`, {});
    expect(back.body).toMatchObject({ status: 'authorised', action: null });
    const ids = service.provider.calls.map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('a command sent twice', () => {
  it('is one payment, even when both run at once', async () => {
    const headers = { 'idempotency-key': 'click' };
    const body = payment({ intent: 'capture' });
    const answers = await Promise.all(
      [1, 2, 3].map(() => service.post('/v1/payments', body, headers)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(service.provider.calls.map(({ operation }) => operation)).toEqual([
      'authorise',
      'capture',
    ]);
  });

  it('gets the first answer, also after later events', async () => {
    const { body } = await service.post('/v1/payments', payment());
    const path = `/v1/payments/${String(body['paymentId'])}`;
    const headers = { 'idempotency-key': 'capture-1' };
    const first = await service.post(`${path}/capture`, {}, headers);
    await service.post(`${path}/refund`, {});
    const repeat = await service.post(`${path}/capture`, {}, headers);
    expect(repeat).toEqual(first);
    expect((await service.get(path)).body['status']).toBe('refunded');
  });

  it('with another body is refused, and with reordered keys is not', async () => {
    const headers = { 'idempotency-key': 'k' };
    const first = await service.post('/v1/payments', payment(), headers);
    const other = await service.post('/v1/payments', payment({ orderId: 'order-2' }), headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    const reordered = Object.fromEntries(Object.entries(payment()).reverse());
    expect(await service.post('/v1/payments', reordered, headers)).toEqual(first);
  });

  it('is another payment for another client', async () => {
    const headers = { 'idempotency-key': 'k' };
    const ours = await service.post('/v1/payments', payment(), headers);
    const rival = { ...headers, authorization: 'Bearer rival-key' };
    const theirs = await service.post('/v1/payments', payment(), rival);
    expect(theirs.body['paymentId']).not.toBe(ours.body['paymentId']);
  });
});

describe('a provider that does not answer', () => {
  it('leaves an honest answer, and the resumer asks until it does, under one id', async () => {
    const { body } = await service.post('/v1/payments', payment());
    const path = `/v1/payments/${String(body['paymentId'])}`;
    service.provider.silences = 3;
    const capture = await service.post(`${path}/capture`, {});
    expect(capture.body).toMatchObject({ status: 'capturing', outcomeUnknown: true });
    await eventually(async () => (await service.get(path)).body['status'] === 'captured');
    const captures = service.provider.calls.filter(({ operation }) => operation === 'capture');
    expect(captures).toHaveLength(4);
    expect(new Set(captures.map(({ id }) => id)).size).toBe(1);
    expect(service.history(body['paymentId']).slice(-3)).toEqual([
      'CaptureRequested',
      'ProviderOutcomeUnknown',
      'PaymentCaptured',
    ]);
  });
});

describe('a disk that takes nothing', () => {
  it('does not keep the resumer from its work', async () => {
    // Where the resumer writes what is unfinished, every ten seconds.
    await mkdir(join(service.dataDir, 'command-service', 'attention.json.new'), {
      recursive: true,
    });
    await sleep(11_000);
    const { body } = await service.post('/v1/payments', payment());
    const path = `/v1/payments/${String(body['paymentId'])}`;
    service.provider.silences = 3;
    await service.post(`${path}/capture`, {});
    await eventually(async () => (await service.get(path)).body['status'] === 'captured');
  });
});

describe('a payment under review', () => {
  it('goes on when an analyst approves', async () => {
    service.scorer.verdict = 'review';
    const held = await service.post('/v1/payments', payment({ intent: 'capture' }));
    expect(held.body['status']).toBe('held');
    const path = `/v1/payments/${String(held.body['paymentId'])}`;
    const refused = await service.post(`${path}/capture`, {});
    expect(refused.body['code']).toBe('payment-not-authorised');
    const decided = await review(path, 'approve');
    expect(decided).toMatchObject({ status: 200, body: { status: 'captured' } });
    expect(await review(path, 'approve')).toMatchObject({ body: { code: 'payment-not-held' } });
  });

  it('ends when an analyst rejects', async () => {
    service.scorer.verdict = 'review';
    const held = await service.post('/v1/payments', payment());
    const path = `/v1/payments/${String(held.body['paymentId'])}`;
    expect((await review(path, 'reject')).body['status']).toBe('rejected');
    expect(service.provider.calls).toEqual([]);
  });

  it('is decided by analysts only', async () => {
    const { body } = await service.post('/v1/payments', payment());
    const path = `/v1/payments/${String(body['paymentId'])}/review`;
    const forbidden = await service.post(path, { decision: 'approve' });
    expect(forbidden).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('comes late when no score arrived in time', async () => {
    service.scorer.verdict = null;
    const { body } = await service.post('/v1/payments', payment());
    expect(body).toMatchObject({
      status: 'authorised',
      risk: { score: null, degraded: 'timeout' },
    });
    service.scorer.verdict = 'review';
    const path = `/v1/payments/${String(body['paymentId'])}`;
    await eventually(async () => (await service.get(path)).body['status'] === 'held');
    expect((await service.get(path)).body['risk']).toMatchObject({
      verdict: 'approve',
      score: null,
      degraded: 'timeout',
      late: { verdict: 'review', decidedBy: 'score' },
    });
    expect((await review(path, 'reject')).body['status']).toBe('voided');
  });

  function review(path: string, decision: string): ReturnType<typeof service.post> {
    const headers = { authorization: 'Bearer analyst-key' };
    return service.post(`${path}/review`, { decision, note: 'looked at it' }, headers);
  }
});

describe('what is refused', () => {
  it.each([
    ['no key', { authorization: '' }, 401, 'unauthenticated'],
    ['a wrong key', { authorization: 'Bearer nope' }, 401, 'unauthenticated'],
    ['no Idempotency-Key', { 'idempotency-key': '' }, 400, 'idempotency-key-missing'],
    ['another media type', { 'content-type': 'text/plain' }, 415, 'media-type-unsupported'],
  ])('%s', async (_what, headers, status, code) => {
    const answer = await service.post('/v1/payments', payment(), headers);
    expect(answer).toMatchObject({ status, body: { code, status } });
  });

  it('a body that is no JSON', async () => {
    const answer = await service.post('/v1/payments', '{"orderId":');
    expect(answer).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
  });

  it('every bad field by name', async () => {
    const bad = payment({ amount: { amount: '10.50', currency: 'EURO' }, bogus: 1, orderId: '' });
    const { status, body } = await service.post('/v1/payments', bad);
    const fields = (body['errors'] as { field: string }[]).map(({ field }) => field);
    expect(status).toBe(400);
    expect(fields).toEqual(
      expect.arrayContaining(['amount.amount', 'amount.currency', 'bogus', 'orderId']),
    );
  });

  it.each(['.', '..'])('an id that no address can name: %s', async (id) => {
    for (const field of ['orderId', 'merchantId', 'customerId', 'deviceId']) {
      const { status, body } = await service.post('/v1/payments', payment({ [field]: id }));
      expect({ status, errors: body['errors'] }).toMatchObject({
        status: 400,
        errors: [{ field }],
      });
      const command = {
        operation: 'initiate',
        idempotencyKey: 'k',
        body: payment({ [field]: id }),
      };
      const batch = await service.post('/v1/batch', { commands: [command] });
      expect(batch.body['results']).toMatchObject([{ problem: { code: 'request-invalid' } }]);
    }
  });

  it.each(['0', '1'])('an amount the provider cannot move or zero (%s)', async (amount) => {
    const currency = amount === '0' ? 'EUR' : 'XAF';
    const answer = await service.post('/v1/payments', payment({ amount: { amount, currency } }));
    const code = amount === '0' ? 'amount-not-positive' : 'amount-not-supported';
    expect(answer).toMatchObject({ status: 422, body: { code } });
  });

  it('card data anywhere, before anything is stored', async () => {
    const number = '4242 4242 4242 4242';
    const bodies = [{ metadata: { note: `card ${number}` } }, { orderId: number }, { cvc: '123' }];
    for (const change of bodies) {
      const answer = await service.post('/v1/payments', payment(change));
      expect(answer).toMatchObject({ status: 400, body: { code: 'card-data-refused' } });
    }
    const headers = { 'idempotency-key': number };
    const keyed = await service.post('/v1/payments', payment(), headers);
    expect(keyed.body['code']).toBe('card-data-refused');
    for (const name of ['traceparent', 'tracestate', 'x-correlation-id']) {
      const traced = await service.post('/v1/payments', payment(), { [name]: number });
      expect(traced.body['code']).toBe('card-data-refused');
    }
    expect(service.events).toEqual([]);
  });

  it('nothing for the sake of a traceparent, of which only a valid one is kept', async () => {
    const valid = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const zeros = `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`;
    const number = '00-00000000000000004242424242424242-00f067aa0ba902b7-01';
    for (const traceparent of [valid, zeros, number]) {
      const { status } = await service.post('/v1/payments', payment(), { traceparent });
      expect(status).toBe(201);
    }
    const kept = service.events.map(({ metadata }) => metadata['traceparent']);
    expect(new Set(kept)).toEqual(new Set([valid, undefined]));
  });

  it("another client's payment", async () => {
    const { body } = await service.post('/v1/payments', payment());
    const path = `/v1/payments/${String(body['paymentId'])}`;
    const headers = { authorization: 'Bearer rival-key' };
    const capture = await service.post(`${path}/capture`, {}, headers);
    expect(capture).toMatchObject({ status: 404, body: { code: 'payment-not-found' } });
    expect((await service.get(path, 'rival-key')).status).toBe(404);
  });

  it('a payment that does not exist', async () => {
    const path = '/v1/payments/00000000-0000-4000-8000-000000000000';
    expect((await service.post(`${path}/refund`, {})).body['code']).toBe('payment-not-found');
    expect((await service.get(path)).status).toBe(404);
  });
});

describe('a webhook', () => {
  const at = '2026-03-01T12:00:00.000Z';

  function deliver(
    id: string,
    facts: object[],
    signature = 'good',
  ): ReturnType<typeof service.post> {
    return service.post('/v1/webhooks/stripe', { id, facts }, { signature, authorization: '' });
  }

  function applied(id: string): unknown {
    const closed = webhookEvents(id).find(({ type }) => type === 'WebhookApplied');
    return (closed?.data as { outcome?: string } | undefined)?.outcome;
  }

  function kept(id: string): string[] {
    return webhookEvents(id).map(({ type }) => type);
  }

  function webhookEvents(id: string): typeof service.events {
    return service.events.filter(({ stream }) => stream === `webhook-stripe-${id}`);
  }

  it('is kept nowhere when its signature is not good', async () => {
    const answer = await deliver('evt_1', [], 'bad');
    expect(answer).toMatchObject({ status: 400, body: { code: 'webhook-rejected' } });
    expect(service.events).toEqual([]);
  });

  it('brings an outcome that the answer did not, once', async () => {
    const { body } = await service.post('/v1/payments', payment());
    const paymentId = body['paymentId'];
    service.provider.silences = 1;
    const path = `/v1/payments/${String(paymentId)}`;
    const capture = service.post(`${path}/capture`, {}, { 'idempotency-key': 'c' });
    await capture;
    const captureId = service.provider.calls.at(-1)?.id;
    const fact = {
      kind: 'captured',
      paymentId,
      at,
      captureId,
      authorisationReference: 'pi_1',
      reference: 'ch_1',
      amount: { amount: '1050', currency: 'EUR' },
      fee: null,
    };
    await Promise.all([deliver('evt_2', [fact]), deliver('evt_2', [fact])]);
    await eventually(() => applied('evt_2') === 'applied');
    expect(kept('evt_2')).toEqual(['WebhookReceived', 'WebhookApplied']);
    await deliver('evt_3', [fact]);
    await eventually(() => applied('evt_3') === 'applied');
    const captures = service.history(paymentId).filter((type) => type === 'PaymentCaptured');
    expect(captures).toHaveLength(1);
    const repeat = await service.post(`${path}/capture`, {}, { 'idempotency-key': 'c' });
    expect(repeat.body['status']).toBe('captured');
  });

  it('of a payer who approved what an analyst rejected finds the payment cancelled', async () => {
    service.scorer.verdict = null;
    const waiting = { status: 'payer-action-required', url: 'https://bank.example/3ds' } as const;
    service.provider.authorisations.push({ ...waiting, orderReference: 'pi_1', at });
    const { body } = await service.post('/v1/payments', payment());
    const paymentId = String(body['paymentId']);
    service.scorer.verdict = 'review';
    await eventually(() => service.history(paymentId).includes('PaymentHeldForReview'));
    const headers = { authorization: 'Bearer analyst-key' };
    await service.post(`/v1/payments/${paymentId}/review`, { decision: 'reject' }, headers);
    const approval = { kind: 'payer-action-completed', paymentId, at, orderReference: 'pi_1' };
    await deliver('evt_6', [approval]);
    await eventually(() => applied('evt_6') === 'applied');
    expect(service.history(paymentId).at(-1)).toBe('PaymentCancelled');
    expect(service.provider.calls.map(({ operation }) => operation)).toEqual([
      'authorise',
      'cancel',
    ]);
  });

  it('about nothing of ours is kept and ignored; one without its predecessor waits for it', async () => {
    await deliver('evt_4', [
      { kind: 'voided', paymentId: null, at, reference: 'x', expired: true },
    ]);
    await eventually(() => applied('evt_4') === 'ignored');
    const { body } = await service.post('/v1/payments', payment());
    const refunded = {
      kind: 'refunded',
      paymentId: body['paymentId'],
      at,
      refundId: null,
      captureReference: 'ch_1',
      reference: 're_9',
      amount: { amount: '1', currency: 'EUR' },
    };
    await deliver('evt_5', [refunded]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(kept('evt_5')).toEqual(['WebhookReceived']);
    await service.post(`/v1/payments/${String(body['paymentId'])}/capture`, {});
    await eventually(() => applied('evt_5') === 'applied');
    expect(service.history(body['paymentId']).at(-1)).toBe('PaymentRefunded');
  });
});
