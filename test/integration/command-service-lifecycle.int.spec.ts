import { Money, type MoneyJson } from '#money';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';

const at = '2026-03-01T12:00:00.000Z';
const desk = { authorization: 'Bearer operator-key' };

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(async () => {
  await service.stop();
});

function eur(amount: string): MoneyJson {
  return { amount, currency: Money.parse('1.00', 'EUR').currency };
}

async function authorised(): Promise<string> {
  const { body } = await service.post('/v1/payments', payment());
  return `/v1/payments/${String(body['paymentId'])}`;
}

function idOf(path: string): string {
  return path.split('/').at(3) ?? '';
}

describe('a hold', () => {
  it('is raised to a new total and captured as a whole', async () => {
    const path = await authorised();
    const raised = await service.post(`${path}/increment`, { amount: eur('1200') });
    expect(raised).toMatchObject({ status: 200, body: { authorised: eur('1200') } });
    const taken = await service.post(`${path}/capture`, {});
    expect(taken.body).toMatchObject({ status: 'captured', captured: eur('1200') });
  });

  it('cannot be lowered by an increment', async () => {
    const path = await authorised();
    const refused = await service.post(`${path}/increment`, { amount: eur('1000') });
    expect(refused).toMatchObject({ status: 422, body: { code: 'amount-not-raised' } });
  });

  it('is renewed under a new reference', async () => {
    const path = await authorised();
    const renewed = await service.post(`${path}/reauthorise`, {});
    expect(renewed).toMatchObject({ status: 200, body: { authorised: eur('1050') } });
    expect(service.history(idOf(path)).slice(-2)).toEqual([
      'ReauthorisationRequested',
      'PaymentReauthorised',
    ]);
  });

  it('is given up beside what was captured of it, once', async () => {
    const path = await authorised();
    await service.post(`${path}/capture`, { amount: eur('400'), final: false });
    const key = { 'idempotency-key': 'release' };
    const released = await service.post(`${path}/release`, {}, key);
    const after = { status: 'captured', captured: eur('400'), authorised: eur('0') };
    expect(released).toMatchObject({ status: 200, body: after });
    expect(await service.post(`${path}/release`, {}, key)).toEqual(released);
    const again = await service.post(`${path}/release`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'payment-voided' } });
    const voids = service.provider.calls.filter(({ operation }) => operation === 'void');
    expect(voids).toHaveLength(1);
  });

  it('answers a repeated increment as the first time', async () => {
    const path = await authorised();
    const key = { 'idempotency-key': 'raise' };
    const first = await service.post(`${path}/increment`, { amount: eur('1200') }, key);
    await service.post(`${path}/capture`, {});
    const again = await service.post(`${path}/increment`, { amount: eur('1200') }, key);
    expect(again.body).toEqual(first.body);
  });
});

describe('a payment that names no provider', () => {
  it('goes to the one that takes its method', async () => {
    const { body } = await service.post('/v1/payments', payment({ provider: undefined }));
    expect(body).toMatchObject({ status: 'authorised' });
    const [first] = service.store.events.filter(({ type }) => type === 'PaymentInitiated');
    expect(first?.data).toMatchObject({ provider: 'stripe' });
  });

  it('is refused when it names one that does not', async () => {
    const { status, body } = await service.post('/v1/payments', payment({ provider: 'paypal' }));
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ field: 'method.kind' }] });
  });
});

describe('a cart that is cancelled', () => {
  it('keeps no payment, wherever it stands', async () => {
    const untouched = await service.post('/v1/payments', payment({ intent: 'initiate' }));
    const paths = [`/v1/payments/${String(untouched.body['paymentId'])}`, await authorised()];
    const statuses = [];
    for (const path of paths) {
      const { body } = await service.post(`${path}/cancel`, {});
      statuses.push(body['status']);
    }
    expect(statuses).toEqual(['cancelled', 'voided']);
  });

  it('takes back what waits for the payer, and refuses to continue it', async () => {
    const url = 'https://bank.example/3ds';
    const waits = { status: 'payer-action-required', url, orderReference: 'pi_1', at } as const;
    service.provider.authorisations.push(waits);
    const path = await authorised();
    const { body } = await service.post(`${path}/cancel`, {});
    expect(body).toMatchObject({ status: 'cancelled', action: null });
    const late = await service.post(`${path}/authorise`, {});
    expect(late).toMatchObject({ status: 409, body: { code: 'payment-cancelled' } });
  });

  it('is refused once money is captured', async () => {
    const path = await authorised();
    await service.post(`${path}/capture`, {});
    const { status, body } = await service.post(`${path}/cancel`, {});
    expect({ status, code: body['code'] }).toEqual({ status: 409, code: 'payment-captured' });
  });
});

describe('an outcome that no delivery reports', () => {
  it('is shown, and a person can say what became of it', async () => {
    const path = await authorised();
    service.provider.silences = 1_000;
    const { body } = await service.post(`${path}/capture`, {});
    expect(body).toMatchObject({ outcomeUnknown: true, unknown: [{ operation: 'capture' }] });
    const [open] = body['unknown'] as { operationId: string }[];
    const resolve = `${path}/operations/${open?.operationId}/resolve`;
    const incomplete = await service.post(resolve, { happened: true }, desk);
    expect(incomplete).toMatchObject({ status: 422, body: { code: 'outcome-incomplete' } });
    service.provider.unknown.add('pi_nothing');
    const mistyped = await service.post(resolve, { happened: true, reference: 'pi_nothing' }, desk);
    expect(mistyped).toMatchObject({ status: 422, body: { code: 'reference-unknown' } });
    const told = await service.post(resolve, { happened: true, reference: 'ch_7' }, desk);
    expect(told.body).toMatchObject({ status: 'captured', outcomeUnknown: false, unknown: [] });
  });

  it('is on the list of what needs attention, for operators only', async () => {
    const path = await authorised();
    service.provider.silences = 1_000;
    await service.post(`${path}/capture`, {});
    await eventually(async () => {
      const { body } = await service.get('/v1/attention', 'operator-key');
      const items = body['items'] as { stream: string }[] | undefined;
      return items?.some(({ stream }) => stream === `payment-${idOf(path)}`) ?? false;
    });
    expect((await service.get('/v1/attention')).status).toBe(403);
    const shop = await service.post(`${path}/operations/${idOf(path)}/resolve`, {
      happened: false,
    });
    expect(shop.status).toBe(403);
  });

  it('is found at the provider when its webhook was lost', async () => {
    const path = await authorised();
    const captured = {
      kind: 'captured',
      paymentId: idOf(path),
      at,
      captureId: null,
      authorisationReference: 'pi_1',
      reference: 'ch_9',
      amount: Money.parse('10.50', 'EUR'),
      fee: null,
      total: null,
    } as const;
    const event = { eventId: 'evt_lost', type: 'charge.captured', apiVersion: null };
    service.provider.happened.push({
      provider: 'stripe',
      ...event,
      facts: [captured],
      unreadable: null,
    });
    await eventually(async () => (await service.get(path)).body['status'] === 'captured');
    const captures = service.history(idOf(path)).filter((type) => type === 'PaymentCaptured');
    expect(captures).toHaveLength(1);
  });
});

describe('a payout', () => {
  it('is recorded once, though it belongs to no payment', async () => {
    const payout = {
      kind: 'payout',
      paymentId: null,
      at,
      payoutReference: 'po_1',
      amount: eur('5000'),
      status: 'paid',
      arrivesAt: null,
    };
    const headers = { signature: 'good', authorization: '' };
    for (const id of ['evt_po_1', 'evt_po_2']) {
      await service.post('/v1/webhooks/stripe', { id, facts: [payout] }, headers);
    }
    const recorded = (): unknown[] =>
      service.store.events.filter(({ stream }) => stream === 'payout-stripe-po_1');
    await eventually(
      () => service.store.events.filter(({ type }) => type === 'WebhookApplied').length === 2,
    );
    expect(recorded()).toHaveLength(1);
  });
});

describe('a fact that names only the object of the provider', () => {
  it('finds its payment by asking whose it is', async () => {
    const path = await authorised();
    await service.post(`${path}/capture`, {});
    service.provider.owners.set('ch_1', idOf(path));
    const dispute = {
      kind: 'dispute-moved-money',
      paymentId: null,
      at,
      disputeReference: 'dp_1',
      captureReference: 'ch_1',
      amount: eur('1050'),
      reason: 'fraudulent',
      stage: 'chargeback',
      dueBy: null,
      openedAt: at,
      movementReference: 'txn_1',
      direction: 'withdrawn',
      moved: eur('1050'),
      fee: eur('1500'),
    };
    const delivery = { id: 'evt_dispute', facts: [dispute] };
    const headers = { signature: 'good', authorization: '' };
    await service.post('/v1/webhooks/stripe', delivery, headers);
    await eventually(async () => (await service.get(path)).body['dispute'] === 'open');
    expect(service.history(idOf(path)).slice(-2)).toEqual([
      'DisputeOpened',
      'DisputeFundsWithdrawn',
    ]);
  });
});
