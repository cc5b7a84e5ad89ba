import { Money } from '#money';
import type { PaymentFact } from '#provider-port';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';

const at = '2026-03-01T12:00:00.000Z';
const desk = { authorization: 'Bearer operator-key' };
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(async () => {
  await service.stop();
});

async function authorised(): Promise<string> {
  return String((await service.post('/v1/payments', payment())).body['paymentId']);
}

async function metric(line: string): Promise<number> {
  const headers = { ...desk, connection: 'close' };
  const answer = await fetch(`${service.url}/metrics`, { headers });
  const found = (await answer.text()).split('\n').find((each) => each.startsWith(`${line} `));
  return Number(found?.split(' ').at(-1) ?? Number.NaN);
}

function happens(paymentId: string, eventId = 'evt_lost'): void {
  const captured = {
    kind: 'captured',
    paymentId,
    at,
    captureId: null,
    authorisationReference: 'pi_1',
    reference: 'ch_9',
    amount: Money.parse('10.50', 'EUR'),
    fee: null,
    total: null,
  } as const;
  service.provider.happened.push({
    provider: 'stripe',
    eventId,
    type: 'charge.captured',
    apiVersion: null,
    facts: [captured],
    unreadable: null,
  });
}

describe('the clock', () => {
  it('is what a payment is initiated, assessed and promised by', async () => {
    service.clock.aheadMs = 365 * DAY_MS;
    const paymentId = await authorised();
    const stream = `payment-${paymentId}`;
    const events = service.store.events.filter((event) => event.stream === stream);
    const aheadDays = events
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .filter(([field]) => /^(occurred|initiated|assessed|requested)At$/.test(field))
      .map(([, time]) => Math.round((Date.parse(time) - Date.now()) / DAY_MS));
    expect(aheadDays).toEqual([365, 365, 365, 365]);
  });
});

describe('the gap finder', () => {
  it('looks back as far as the provider keeps its list at first, then from the last time', async () => {
    await eventually(() => service.provider.listedFrom.length >= 2);
    const [first, second] = service.provider.listedFrom.map((from) => Date.parse(from));
    expect(Date.now() - (first ?? 0)).toBeGreaterThan(29.9 * DAY_MS);
    expect(Date.now() - (second ?? 0)).toBeLessThan(11 * MINUTE_MS);
  });

  it('tells what it found, and that a list broke off and is searched again', async () => {
    const complete = 'assay_gap_searches_total{provider="stripe",outcome="complete"}';
    const interrupted = 'assay_gap_searches_total{provider="stripe",outcome="interrupted"}';
    const paymentId = await authorised();
    service.provider.brokenLists = 1;
    happens(paymentId);
    await eventually(async () => (await metric(interrupted)) === 1);
    await eventually(() => service.history(paymentId).includes('PaymentCaptured'));
    await eventually(async () => (await metric(complete)) >= 1);
    expect(await metric('assay_gap_missing_deliveries_total{provider="stripe"}')).toBe(1);
    const seconds = await metric('assay_gap_complete_timestamp_seconds{provider="stripe"}');
    expect(Math.abs(Date.now() / 1000 - seconds)).toBeLessThan(60);
  });
});

describe('an outcome that stays unknown for too long', () => {
  it('is asked of a person once its time is over, and only once', async () => {
    const paymentId = await authorised();
    service.provider.silences = 1_000;
    await service.post(`/v1/payments/${paymentId}/capture`, {});
    await looksAgain();
    expect(service.history(paymentId)).not.toContain('OutcomeEscalated');
    service.clock.aheadMs = 61 * MINUTE_MS;
    await eventually(() => service.history(paymentId).includes('OutcomeEscalated'));
    const { body } = await service.get('/v1/attention', 'operator-key');
    const items = body['items'] as { stream: string; escalated: string[] }[];
    expect(items.find(({ stream }) => stream === `payment-${paymentId}`)?.escalated).toHaveLength(
      1,
    );
    const escalations = service.history(paymentId).filter((type) => type === 'OutcomeEscalated');
    expect(escalations).toHaveLength(1);
  });
});

describe('a delivery that waits without end', () => {
  const delivery = '/v1/attention/deliveries/stripe/evt_orphan';
  const stream = 'webhook-stripe-evt_orphan';

  beforeEach(async () => {
    await deliver({
      kind: 'refunded',
      reference: 're_9',
      refundId: null,
      captureReference: 'ch_9',
    });
    await looksAgain();
    expect(types()).toEqual(['WebhookReceived']);
    service.clock.aheadMs = 1_441 * MINUTE_MS;
    await eventually(() => types().includes('WebhookAbandoned'));
  });

  it('is abandoned by an event, and stays on the list until a person has looked', async () => {
    const abandoned = service.store.events.find(({ type }) => type === 'WebhookAbandoned');
    expect(abandoned?.data).toMatchObject({ waitedMinutes: 1_441 });
    await listed(['abandoned']);
    expect(await metric('assay_abandoned_deliveries')).toBe(1);
    await looksAgain();
    await listed(['abandoned']);
    const note = 'a refund of the old shop';
    expect(await service.post(`${delivery}/dismissal`, { note }, desk)).toMatchObject({
      status: 200,
      body: { outcome: 'dismissed' },
    });
    expect(types()).toEqual(['WebhookReceived', 'WebhookAbandoned', 'WebhookDismissed']);
    await listed(undefined);
    expect((await service.post(`${delivery}/dismissal`, { note }, desk)).status).toBe(404);
  });

  it('can be applied once more, when what it follows from is there', async () => {
    const still = await service.post(`${delivery}/retry`, {}, desk);
    expect(still).toMatchObject({ status: 409, body: { code: 'delivery-parked' } });
    happens(ORPHANED.paymentId, 'evt_late');
    await eventually(() => service.history(ORPHANED.paymentId).includes('PaymentCaptured'));
    const applied = await service.post(`${delivery}/retry`, {}, desk);
    expect(applied).toMatchObject({ status: 200, body: { outcome: 'applied', reason: 'new' } });
    expect(service.history(ORPHANED.paymentId)).toContain('PaymentRefunded');
    await listed(undefined);
  });

  it('is the business of operators, and named exactly', async () => {
    expect((await service.post(`${delivery}/retry`, {})).status).toBe(403);
    const other = '/v1/attention/deliveries/stripe/evt_other/retry';
    expect((await service.post(other, {}, desk)).status).toBe(404);
    expect((await service.post(`${delivery}/dismissal`, {}, desk)).body).toMatchObject({
      errors: [{ field: 'note' }],
    });
  });

  const ORPHANED = { paymentId: '' };

  async function deliver(fact: Record<string, unknown>): Promise<void> {
    ORPHANED.paymentId = await authorised();
    const amount = { amount: '1050', currency: 'EUR' };
    const facts = [{ ...fact, ...ORPHANED, amount, at } as unknown as PaymentFact];
    const signature = { signature: 'good' };
    await service.post('/v1/webhooks/stripe', { id: 'evt_orphan', facts }, signature);
  }

  function types(): string[] {
    const ours = service.store.events.filter((event) => event.stream === stream);
    return ours.map(({ type }) => type);
  }

  async function listed(open: readonly string[] | undefined): Promise<void> {
    await eventually(async () => {
      const { body } = await service.get('/v1/attention', 'operator-key');
      const items = body['items'] as { stream: string; open: string[] }[];
      const item = items.find((each) => each.stream === stream);
      return JSON.stringify(item?.open) === JSON.stringify(open);
    });
  }
});

/** Waits for longer than the resumer lets anything rest. */
function looksAgain(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 400));
}
