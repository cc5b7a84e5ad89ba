import { idOf, type Json } from '#event-store';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';
import {
  assessed,
  authorisationRequested,
  initiated as initiatedEvent,
  PAYMENT_ID,
} from '../support/payment-events.js';

const at = '2026-03-01T12:00:00.000Z';
const day = { authorization: 'Bearer operator-key' };
const night = { authorization: 'Bearer night-key' };
const TO_PAYPAL = { alternatives: [{ method: { kind: 'paypal' } }] };

const yenToPayPal = {
  rules: [{ id: 'yen', when: { currencies: ['JPY'] }, prefer: ['paypal'] }],
  failover: true,
};

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(async () => {
  await service.stop();
});

async function pay(change: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const { body } = await service.post('/v1/payments', payment({ provider: undefined, ...change }));
  return body;
}

function initiated(paymentId: unknown): Record<string, unknown> {
  const stream = `payment-${String(paymentId)}`;
  const event = service.events.find((each) => each.stream === stream);
  return event?.data as Record<string, unknown>;
}

async function activate(policy: object): Promise<void> {
  const proposed = await service.post(
    '/v1/routing-policy/proposals',
    { policy, note: 'as agreed' },
    day,
  );
  expect(proposed.status).toBe(200);
  const proposals = proposed.body['proposals'] as { policyHash: string }[];
  const activation = `/v1/routing-policy/proposals/${proposals.at(-1)?.policyHash}/activation`;
  expect(await service.post(activation, {}, day)).toMatchObject({
    status: 409,
    body: { code: 'routing-needs-second-person' },
  });
  expect((await service.post(activation, {}, night)).status).toBe(200);
  await eventually(async () => {
    const { body } = await service.get('/v1/routing-policy', 'operator-key');
    return body['activatedBy'] === 'night';
  });
}

describe('the provider of a payment', () => {
  it('is that of its method, and the payment records who chose it', async () => {
    const { paymentId } = await pay(TO_PAYPAL);
    expect(initiated(paymentId)).toMatchObject({
      provider: 'stripe',
      routing: {
        policy: 'command-order-1',
        reason: 'command-order',
        alternatives: [{ provider: 'paypal', method: { kind: 'paypal' } }],
      },
    });
    const named = await pay({ provider: 'stripe' });
    expect(initiated(named['paymentId'])).toMatchObject({ routing: { reason: 'named' } });
  });

  it('follows a policy that two people agreed on, without a restart', async () => {
    await activate(yenToPayPal);
    const yen = await pay({ amount: { amount: '1050', currency: 'JPY' }, ...TO_PAYPAL });
    expect(yen).toMatchObject({ provider: 'paypal' });
    const { routing } = initiated(yen['paymentId']);
    expect(routing).toMatchObject({ reason: 'rule:yen', alternatives: [{ provider: 'stripe' }] });
    expect((routing as { policy: string }).policy).toMatch(/^[0-9a-f]{64}$/);
    expect(await pay(TO_PAYPAL)).toMatchObject({ provider: 'stripe' });
  });

  it('is never one that cannot move the amount', async () => {
    const amount = { amount: '1050', currency: 'XAF' };
    const { status, body } = await service.post(
      '/v1/payments',
      payment({ provider: undefined, amount, ...TO_PAYPAL }),
    );
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'amount-not-supported' });
  });

  it.each([
    ['alternatives.0.method.kind', [{ provider: 'stripe', method: { kind: 'paypal' } }]],
    ['alternatives', [1, 2, 3, 4].map(() => ({ method: { kind: 'paypal' } }))],
    ['alternatives.0.method', [{}]],
  ])('has to fit its method: %s', async (field, alternatives) => {
    const { status, body } = await service.post('/v1/payments', payment({ alternatives }));
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ field }] });
  });
});

describe('a routing policy', () => {
  it('names the field that is wrong', async () => {
    const policy = { rules: [{ id: 'r', when: {}, prefer: ['adyen'] }], failover: true };
    const path = '/v1/routing-policy/proposals';
    const { status, body } = await service.post(path, { policy, note: 'try it' }, day);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ field: 'policy.rules[0].prefer' }] });
  });

  it('that decided before comes back by two operators again, never by one alone', async () => {
    await activate(yenToPayPal);
    const path = '/v1/routing-policy';
    const { body } = await service.get(path, 'operator-key');
    const first = `${path}/proposals/${String(body['active'])}/activation`;
    await activate({ rules: [], failover: false });
    expect(await service.post(first, {}, night)).toMatchObject({
      status: 409,
      body: { code: 'routing-not-waiting' },
    });
    await activate(yenToPayPal);
  });

  it('that was proposed is withdrawn by any operator, and then not activated', async () => {
    const path = '/v1/routing-policy/proposals';
    const policy = { rules: [], failover: false };
    const { body } = await service.post(path, { policy, note: 'a mistake' }, day);
    const proposals = body['proposals'] as { policyHash: string; waiting: boolean }[];
    const proposal = `${path}/${proposals.at(-1)?.policyHash}`;
    const withdrawn = await service.post(`${proposal}/withdrawal`, { note: 'it was' }, night);
    expect(withdrawn.body).toMatchObject({ proposals: [{ waiting: false }] });
    expect(await service.post(`${proposal}/activation`, {}, night)).toMatchObject({
      status: 409,
      body: { code: 'routing-not-waiting' },
    });
  });

  it('is rolled back by two operators, to what decided before it', async () => {
    await activate(yenToPayPal);
    const rollBack = (): ReturnType<typeof service.post> =>
      service.post('/v1/routing-policy/rollbacks', { note: 'too dear' }, { ...day, ...named });
    const named = { 'idempotency-key': 'back-to-default' };
    const { body } = await rollBack();
    const [, back] = body['proposals'] as { policyHash: string; waiting: boolean }[];
    expect(back).toMatchObject({ policy: { rules: [], failover: true }, waiting: true });
    const activation = `/v1/routing-policy/proposals/${back?.policyHash}/activation`;
    expect((await service.post(activation, {}, day)).status).toBe(409);
    expect((await service.post(activation, {}, night)).body).toMatchObject({
      active: back?.policyHash,
    });
    expect((await rollBack()).status).toBe(200);
    const types = service.events.map(({ type }) => type);
    expect(types.filter((type) => type === 'RoutingProposed')).toHaveLength(2);
  });

  it('is the business of operators', async () => {
    const path = '/v1/routing-policy/proposals';
    const proposal = { policy: yenToPayPal, note: 'mine' };
    expect((await service.post(path, proposal)).status).toBe(403);
    expect((await service.get('/v1/routing-policy')).status).toBe(403);
  });
});

describe('a payment whose provider is known not to answer', () => {
  it('goes to the alternative, and says why', async () => {
    service.provider.away = true;
    const body = await pay({ ...TO_PAYPAL, intent: 'capture' });
    expect(body).toMatchObject({ provider: 'paypal', status: 'captured' });
    expect(service.provider.calls).toEqual([]);
    const rerouted = service.events.find(({ type }) => type === 'PaymentRerouted');
    expect(rerouted?.data).toMatchObject({
      from: 'stripe',
      provider: 'paypal',
      reason: 'provider-away',
      policy: 'command-order-1',
    });
  });

  it('waits for it where the command or the policy allows nothing else', async () => {
    service.provider.away = true;
    service.provider.silences = 1_000;
    expect(await pay()).toMatchObject({ provider: 'stripe', outcomeUnknown: true });
    await activate({ rules: [], failover: false });
    expect(await pay(TO_PAYPAL)).toMatchObject({ provider: 'stripe', outcomeUnknown: true });
  });
});

describe('a payment that its provider keeps silent about', () => {
  it('never goes elsewhere, however long it lasts', async () => {
    service.provider.silences = 3;
    const { paymentId } = await pay({ ...TO_PAYPAL, intent: 'capture' });
    service.provider.away = true;
    await eventually(() => service.history(paymentId).includes('PaymentCaptured'));
    expect(service.history(paymentId)).not.toContain('PaymentRerouted');
    expect(service.paypal.calls).toEqual([]);
  });
});

describe('a payment that its provider does not take at all', () => {
  const refusal = { status: 'refused', code: 'amount_too_large', reason: 'no', at } as const;

  it('goes to the alternative by itself', async () => {
    service.provider.authorisations.push({ ...refusal, unsupported: true });
    const body = await pay(TO_PAYPAL);
    expect(body).toMatchObject({ provider: 'paypal', status: 'authorised' });
    expect(service.history(body['paymentId'])).toEqual([
      'PaymentInitiated',
      'RiskAssessed',
      'AuthorisationRequested',
      'AuthorisationDeclined',
      'PaymentRerouted',
      'AuthorisationRequested',
      'PaymentAuthorised',
    ]);
    expect(service.paypal.calls).toHaveLength(1);
    expect(service.paypal.calls[0]?.id).not.toBe(service.provider.calls[0]?.id);
  });

  it('goes there also when a crash came in between', async () => {
    const paymentId = await refusedElsewhere();
    await eventually(() => service.history(paymentId).includes('PaymentAuthorised'));
    expect(service.history(paymentId).slice(-3)).toEqual([
      'PaymentRerouted',
      'AuthorisationRequested',
      'PaymentAuthorised',
    ]);
    expect(service.provider.calls).toEqual([]);
  });

  it('stays declined when it was the payer who was declined', async () => {
    service.provider.authorisations.push(refusal);
    expect(await pay(TO_PAYPAL)).toMatchObject({ provider: 'stripe', status: 'declined' });
    expect(service.paypal.calls).toEqual([]);
  });
});

/** Leaves what another process would have, had it been killed after its provider's refusal. */
async function refusedElsewhere(): Promise<string> {
  const paymentId = PAYMENT_ID;
  const alternatives = [{ provider: 'paypal', method: { kind: 'paypal' } }] as const;
  const routing = { policy: 'command-order-1', reason: 'command-order', alternatives };
  const ids = { paymentId, authorisationId: 'a1' };
  const declined = { ...ids, code: 'amount_too_large', reason: 'no', unsupported: true };
  const events = [
    initiatedEvent({ routing }),
    assessed(),
    authorisationRequested(),
    { type: 'AuthorisationDeclined', data: { ...declined, declinedAt: at } },
  ].map(({ type, data }, index) => ({
    id: idOf('refused elsewhere', String(index)),
    type,
    data: JSON.parse(JSON.stringify(data)) as Json,
    metadata: { client: 'shop', actor: 'service:shop', commandId: paymentId },
  }));
  await service.store.append(`payment-${paymentId}`, events, 'no-stream');
  return paymentId;
}
