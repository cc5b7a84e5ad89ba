import type { EventOf } from '#payments';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';

const NEW = { days: 0.5, payments: 3 };
/** Of the default policy. */
const RESERVED = 5;

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
  Object.assign(service.scorer, { verdict: 'review', value: 0.25, merchantPast: NEW });
});

afterEach(async () => {
  await service.stop();
});

describe('payments of a new merchant that the score wants held', () => {
  it('are held while there is room, and else go on and say why', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => pay()));
    const held = answers.filter(({ status }) => status === 'held');
    expect(held).toHaveLength(1);
    const [passed] = answers.filter(({ status }) => status !== 'held');
    expect(passed).toMatchObject({
      status: 'authorised',
      risk: { verdict: 'approve', decidedBy: 'review-capacity', rules: [] },
    });
    expect(riskOf(passed?.['paymentId'])).toMatchObject({
      merchantPast: NEW,
      judgement: {
        modelVerdict: 'review',
        capacity: { share: 0.009, lossEur: 0.25 * 220, worth: true, outcome: 'approve' },
      },
    });
    expect(await bounded()).toEqual({ review: 1, approve: 11, decline: 0 });
  });

  it('find as much room after a restart as before', async () => {
    expect(await pay()).toMatchObject({ status: 'held' });
    await service.restart();
    const next = await pay();
    expect(next).toMatchObject({ risk: { decidedBy: 'review-capacity' } });
    const { room } = riskOf(next['paymentId']).judgement?.capacity ?? {};
    expect(room).toBeCloseTo(RESERVED + 2 * 0.009, 9);
  });

  it('take nothing from those of another client, nor of a known merchant', async () => {
    for (let left = 3; left > 0; left -= 1) await pay();
    expect(await pay('rival-key')).toMatchObject({ status: 'held' });
    service.scorer.merchantPast = { days: 40, payments: 500 };
    const known = await pay();
    expect(known).toMatchObject({ status: 'held', risk: { decidedBy: 'score' } });
    expect(riskOf(known['paymentId'])).not.toHaveProperty('judgement');
  });

  it('are declined, not let through, when the reserve is gone as well', async () => {
    service.scorer.value = 0.6;
    const answers = await Promise.all(Array.from({ length: RESERVED + 3 }, () => pay()));
    expect(answers.filter(({ status }) => status === 'held')).toHaveLength(RESERVED + 1);
    const declined = answers.filter(({ status }) => status === 'declined');
    expect(declined).toHaveLength(2);
    expect(declined[0]).toMatchObject({ risk: { decidedBy: 'review-capacity' } });
  });
});

async function pay(key = 'shop-key'): Promise<Record<string, unknown>> {
  const amount = { amount: '20000', currency: 'EUR' };
  const headers = { authorization: `Bearer ${key}` };
  const { body } = await service.post('/v1/payments', payment({ amount }), headers);
  return body;
}

function riskOf(paymentId: unknown): EventOf<'RiskAssessed'>['data'] {
  const stream = `payment-${String(paymentId)}`;
  const found = service.store.events.find(
    (event) => event.stream === stream && event.type === 'RiskAssessed',
  );
  if (!found) throw new Error(`payment ${String(paymentId)} was not assessed`);
  return found.data as unknown as EventOf<'RiskAssessed'>['data'];
}

async function bounded(): Promise<Record<string, number>> {
  const headers = { authorization: 'Bearer operator-key', connection: 'close' };
  const text = await (await fetch(`${service.url}/metrics`, { headers })).text();
  const lines = text.matchAll(/^assay_fraud_bounded_reviews_total\{verdict="(\w+)"\} (\d+)/gm);
  return Object.fromEntries([...lines].map(([, verdict = '', count]) => [verdict, Number(count)]));
}
