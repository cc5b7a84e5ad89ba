import { idOf, type Json } from '#event-store';
import {
  DEFAULT_POLICY,
  DEFAULT_POLICY_NAME,
  POLICY_STREAM,
  type FraudPolicy,
  type PolicyEvent,
  type Rule,
} from '#fraud-policy';
import type { EventOf, Verdict } from '#payments';
import { drawOf } from '../../apps/command-service/src/scoring/random-approvals.js';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';

const NOW = '2026-11-21T05:00:00.000Z';

function rule(verdict: Verdict, customerId = 'customer-1'): Rule {
  const when = [{ field: 'customerId' as const, in: [customerId] }];
  return { id: `${verdict}-${customerId}`, when, verdict, reason: 'because' };
}

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(async () => {
  await service.stop();
});

describe('a policy', () => {
  it('is not needed: the model decides, and the event says under which name', async () => {
    const risk = await assessed();
    expect(risk).toMatchObject({
      verdict: 'approve',
      policy: DEFAULT_POLICY_NAME,
    });
    expect(risk).not.toHaveProperty('judgement');
  });

  it('decides nothing while it is only proposed', async () => {
    await propose('p-1', { rules: [rule('decline')] });
    expect((await assessed()).verdict).toBe('approve');
  });

  it('takes effect without a restart, and its rule is recorded with the verdict', async () => {
    expect((await assessed()).verdict).toBe('approve');
    await propose('p-1', { rules: [rule('decline')] });
    await activate('p-1');
    await eventually(async () => (await assessed()).policy === 'p-1');
    expect(await assessed()).toMatchObject({
      verdict: 'decline',
      judgement: {
        modelVerdict: 'approve',
        rules: [{ ruleId: 'decline-customer-1', verdict: 'decline', reason: 'because' }],
        randomApproval: null,
      },
    });
    expect(await assessed({ customerId: 'customer-2' })).toMatchObject({ verdict: 'approve' });
  });

  it('holds from the first payment after a start, and goes back to an earlier one', async () => {
    await propose('p-1', { rules: [rule('review')] });
    await propose('p-2', {});
    await activate('p-1');
    const { body } = await service.post('/v1/payments', payment());
    expect(service.history(body['paymentId'])).toEqual([
      'PaymentInitiated',
      'RiskAssessed',
      'PaymentHeldForReview',
    ]);
    expect(body).toMatchObject({
      status: 'held',
      risk: { verdict: 'review', decidedBy: 'rule', rules: [{ ruleId: 'review-customer-1' }] },
    });
    const held = service.store.events.find(({ type }) => type === 'PaymentHeldForReview');
    expect(held?.data).toMatchObject({ reason: 'rule', ruleIds: ['review-customer-1'] });
    await activate('p-2');
    await eventually(async () => (await assessed()).verdict === 'approve');
  });

  it('that this version cannot apply leaves the last one in force', async () => {
    await propose('p-1', { rules: [rule('decline')] });
    await activate('p-1');
    expect((await assessed()).policy).toBe('p-1');
    const when = [{ feature: 'forgotten', atLeast: 1 }] as unknown as Rule['when'];
    await propose('broken', { rules: [{ ...rule('approve'), when }] });
    await activate('broken');
    await propose('p-3', {});
    await append({ type: 'PolicyTrialStarted', data: start('p-3') });
    await eventually(async () => (await assessed()).judgement?.trial?.policy === 'p-3');
    expect(await assessed()).toMatchObject({ policy: 'p-1', verdict: 'decline' });
  });

  it('on trial is recorded beside the verdict, and not acted on', async () => {
    await propose('draft', { rules: [rule('decline')] });
    await append({ type: 'PolicyTrialStarted', data: start('draft') });
    const { body } = await service.post('/v1/payments', payment());
    expect(body).toMatchObject({ status: 'authorised' });
    expect(riskOf(body['paymentId'])).toMatchObject({
      verdict: 'approve',
      judgement: {
        modelVerdict: 'approve',
        trial: { policy: 'draft', verdict: 'decline', ruleIds: ['decline-customer-1'] },
      },
    });
  });

  it('uses its own amounts when no score arrives in time, block lists first', async () => {
    const degraded = [
      { upToEur: 5, verdict: 'approve' },
      { upToEur: 50, verdict: 'review' },
      { upToEur: null, verdict: 'decline' },
    ] as const;
    await propose('strict', { degraded, rules: [rule('decline', 'thief')] });
    await activate('strict');
    service.scorer.verdict = null;
    const verdictOn = async (amount: string, customerId = 'c'): Promise<string> => {
      const risk = await assessed({ amount: { amount, currency: 'EUR' }, customerId });
      expect(risk).toMatchObject({ score: null, degraded: 'timeout', policy: 'strict' });
      return risk.verdict;
    };
    expect(await verdictOn('500')).toBe('approve');
    expect(await verdictOn('501')).toBe('review');
    expect(await verdictOn('5001')).toBe('decline');
    expect(await verdictOn('100', 'thief')).toBe('decline');
  });

  it('with costs approves a small amount and not a large one of the same score', async () => {
    const costs = {
      recoveryShare: 0,
      insultEur: 5,
      marginShare: 0.1,
      reviewMinutes: 6,
      reviewMinuteEur: 1,
      reviewMissShare: 0,
      reviewsPerDayMax: null,
    };
    await propose('costs', { costs });
    await activate('costs');
    service.scorer.verdict = 'decline';
    const [small, large] = [await amounting('400'), await amounting('100000')];
    expect(small).toMatchObject({ verdict: 'approve', judgement: { modelVerdict: 'decline' } });
    expect(large.verdict).toBe('review');
  });
});

describe('random approvals', () => {
  const randomApprovals = { share: 0.01, paymentEurMax: 20, dayEurMax: 25 };

  it('never exceed the cost of a day, with many requests at once', async () => {
    await chance();
    const keys = luckyKeys(9);
    const risks = await Promise.all(keys.slice(0, 6).map((key) => drawn(key, '1000')));
    const approved = risks.filter(({ verdict }) => verdict === 'approve');
    expect(approved).toHaveLength(2);
    expect(approved[0]?.judgement).toMatchObject({
      modelVerdict: 'decline',
      randomApproval: { probability: 0.01 },
    });
    expect((await drawn(keys[6], '600')).verdict).toBe('decline');
    expect((await drawn(keys[7], '400')).verdict).toBe('approve');
  });

  it('fall on payments by their ids alone', async () => {
    await chance();
    expect(await drawn('any-0', '100')).toMatchObject({ verdict: 'decline' });
    expect(await drawn(luckyKeys(1)[0], '100')).toMatchObject({ verdict: 'approve' });
  });

  it('never risk more than one payment may, nor what a rule declines', async () => {
    await chance([rule('decline', 'thief')]);
    const [first, second] = luckyKeys(2);
    expect((await drawn(first, '2001')).verdict).toBe('decline');
    expect((await drawn(second, '100', { customerId: 'thief' })).verdict).toBe('decline');
  });

  async function chance(rules: readonly Rule[] = []): Promise<void> {
    await propose('chance', { randomApprovals, rules });
    await activate('chance');
    service.scorer.verdict = 'decline';
  }

  function drawn(
    key: string | undefined,
    amount: string,
    change: object = {},
  ): Promise<EventOf<'RiskAssessed'>['data']> {
    const headers = { 'idempotency-key': key ?? '' };
    return assessed({ amount: { amount, currency: 'EUR' }, ...change }, headers);
  }

  /** Keys whose payments are drawn under the policy `chance`. */
  function luckyKeys(count: number): string[] {
    const keys = Array.from({ length: 5_000 }, (_, index) => `any-${index}`);
    const lucky = keys.filter((key) => drawOf('chance', idOf('payment', 'shop', key)) < 0.01);
    expect(lucky.length).toBeGreaterThan(count);
    return lucky.slice(0, count);
  }
});

function amounting(amount: string): Promise<EventOf<'RiskAssessed'>['data']> {
  return assessed({ amount: { amount, currency: 'EUR' } });
}

async function assessed(
  change: object = {},
  headers: Record<string, string> = {},
): Promise<EventOf<'RiskAssessed'>['data']> {
  const { body } = await service.post('/v1/payments', payment({ ...change }), headers);
  return riskOf(body['paymentId']);
}

function riskOf(paymentId: unknown): EventOf<'RiskAssessed'>['data'] {
  const stream = `payment-${String(paymentId)}`;
  const found = service.store.events.find(
    (event) => event.stream === stream && event.type === 'RiskAssessed',
  );
  if (!found) throw new Error(`payment ${String(paymentId)} was not assessed`);
  return found.data as unknown as EventOf<'RiskAssessed'>['data'];
}

async function propose(policyHash: string, change: Partial<FraudPolicy>): Promise<void> {
  const policy = { ...DEFAULT_POLICY, ...change };
  const by = { note: '', proposedBy: 'amal', proposedAt: NOW };
  await append({ type: 'PolicyProposed', data: { policyHash, policy, reviewPriceEur: 0, ...by } });
}

function activate(policyHash: string): Promise<void> {
  const data = { policyHash, activatedBy: 'bilal', activatedAt: NOW };
  return append({ type: 'PolicyActivated', data });
}

function start(policyHash: string): { policyHash: string; startedBy: string; startedAt: string } {
  return { policyHash, startedBy: 'amal', startedAt: NOW };
}

async function append({ type, data }: PolicyEvent): Promise<void> {
  const id = idOf(type, data.policyHash, String(service.store.events.length));
  const event = { id, type, data: data as unknown as Json, metadata: {} };
  await service.store.append(POLICY_STREAM, [event], 'any');
}
