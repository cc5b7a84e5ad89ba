import { randomUUID } from 'node:crypto';
import { idOf, type Json } from '#event-store';
import { FEATURES } from '#fraud';
import {
  DEFAULT_POLICY,
  DEFAULT_POLICY_NAME,
  POLICY_STREAM,
  randomApprovalStream,
  type FraudPolicy,
  type Rule,
} from '#fraud-policy';
import { Money } from '#money';
import { paymentStream, type PaymentEvent, type RiskJudgement, type Verdict } from '#payments';
import { hashKey, loadConfig, type RunningApp } from '#platform';
import { Config } from '../../apps/operations/src/config.js';
import { History } from '../../apps/operations/src/fraud-policy/history.js';
import { FIRST_POLICY } from '../../apps/operations/src/fraud-policy/policy-hash.js';
import {
  simulatePolicy,
  type PolicySimulation,
} from '../../apps/operations/src/fraud-policy/policy-simulation.js';
import { reported } from '../support/fraud-labels.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { assessed, initiated } from '../support/payment-events.js';
import { startOperations } from '../support/operations.js';

type Body = Record<string, unknown>;

const COSTS = {
  recoveryShare: 0,
  insultEur: 5,
  marginShare: 0.1,
  reviewMinutes: 6,
  reviewMinuteEur: 0.5,
  reviewMissShare: 0,
  reviewsPerDayMax: null,
};

const [ANN, BEN, OLGA, AUDITOR] = ['ann:analyst', 'ben:analyst', 'olga:operator', 'aud:auditor'];

let store: InMemoryEventStore;
let operations: RunningApp;

beforeEach(async () => {
  store = new InMemoryEventStore();
  const keys = [ANN, BEN, OLGA, AUDITOR, 'shop:service'];
  operations = await startOperations({
    config: loadConfig(Config, {
      PORT: '0',
      API_KEYS: keys.map((key) => `${key}:${hashKey(key)}`).join(','),
      STRIPE_SECRET_KEY: 'sk_test_x',
      PAYPAL_CLIENT_ID: 'x',
      PAYPAL_CLIENT_SECRET: 'x',
    }),
    eventStore: store,
  });
});

afterEach(() => operations.stop());

describe('a fraud policy', () => {
  it('is the default one until two people agree on another', async () => {
    const [, before] = await call(AUDITOR, '');
    expect(before).toMatchObject({
      inForce: { name: DEFAULT_POLICY_NAME, activatedBy: null },
      waiting: [],
    });
    const policyHash = await propose({ rules: [rule('decline', 'thief')] });
    const own = await call(ANN, `versions/${policyHash}/activation`, {});
    expect(own).toMatchObject([409, { code: 'policy-needs-second-person' }]);
    const [, after] = await call(OLGA, `versions/${policyHash}/activation`, {});
    expect(after).toMatchObject({ inForce: { policyHash, activatedBy: 'olga' }, waiting: [] });
    expect(steps()).toEqual(['PolicyProposed', 'PolicyActivated']);
    expect(store.events.at(-1)?.metadata).toMatchObject({ actor: 'olga' });
  });

  it('tells its history, the last step first, with notes', async () => {
    const policyHash = await propose({ rules: [rule('decline', 'thief')] });
    await call(BEN, `versions/${policyHash}/withdrawal`, { note: 'too hard' });
    const [, { items }] = await call(AUDITOR, 'history');
    expect(items).toMatchObject([
      { type: 'PolicyWithdrawn', policyHash, person: 'ben', note: 'too hard' },
      { type: 'PolicyProposed', policyHash, person: 'ann', note: 'because' },
    ]);
    const [, version] = await call(AUDITOR, `versions/${policyHash}`);
    expect(version).toMatchObject({ standing: 'retired', policy: { rules: [{ id: 'on-thief' }] } });
    expect((await call(AUDITOR, `versions/${'0'.repeat(64)}`))[0]).toBe(404);
  });

  it('that was withdrawn cannot be activated', async () => {
    const policyHash = await propose({ rules: [rule('decline', 'thief')] });
    await call(ANN, `versions/${policyHash}/withdrawal`, {});
    const refused = await call(BEN, `versions/${policyHash}/activation`, {});
    expect(refused).toMatchObject([409, { code: 'policy-not-waiting' }]);
  });

  it('goes back to what decided before, which takes two people too', async () => {
    const first = await activate({ rules: [rule('decline', 'thief')] });
    const second = await activate({ rules: [rule('review', 'thief')] });
    const [, asked] = await call(BEN, 'rollbacks', { note: 'alarms' });
    const waiting = [{ policyHash: first, rollsBack: true, proposedBy: 'ben' }];
    expect(asked).toMatchObject({ inForce: { policyHash: second }, waiting });
    expect((await call(BEN, `versions/${first}/activation`, {}))[0]).toBe(409);
    const [, back] = await call(ANN, `versions/${first}/activation`, {});
    expect(back).toMatchObject({ inForce: { policyHash: first }, earlier: [] });
    await call(BEN, 'rollbacks', { note: 'to the very first' });
    const [, { waiting: waits }] = await call(AUDITOR, '');
    const [original] = waits as { policyHash: string }[];
    const [, rid] = await call(ANN, `versions/${original?.policyHash}/activation`, {});
    expect(rid).toMatchObject({ inForce: { policy: DEFAULT_POLICY } });
  });

  it('may be asked for twice with the same effect as once', async () => {
    const requestId = randomUUID();
    const policy = { ...DEFAULT_POLICY, rules: [rule('review', 'thief')] };
    const body = { requestId, policy, note: 'because' };
    await call(ANN, 'proposals', body);
    await call(ANN, 'proposals', body);
    expect(steps()).toEqual(['PolicyProposed']);
    const [, { waiting }] = await call(ANN, '');
    const { policyHash = '' } = (waiting as { policyHash: string }[])[0] ?? {};
    await call(BEN, `versions/${policyHash}/withdrawal`, { requestId });
    // The late repeat of a proposal must not bring back what was withdrawn since.
    const [status, late] = await call(ANN, 'proposals', body);
    expect([status, late['waiting']]).toEqual([200, []]);
    expect(steps()).toEqual(['PolicyProposed', 'PolicyWithdrawn']);
  });

  it('is for analysts; operators only second it, auditors look, services stay out', async () => {
    const body = { policy: DEFAULT_POLICY, note: 'because' };
    for (const key of [OLGA, AUDITOR, 'shop:service']) {
      expect((await call(key, 'proposals', body))[0]).toBe(403);
    }
    expect((await call(AUDITOR, 'rollbacks', { note: 'back' }))[0]).toBe(403);
    expect((await call('shop:service', ''))[0]).toBe(403);
    expect((await call(AUDITOR, ''))[0]).toBe(200);
  });

  it('that is wrong is refused field by field', async () => {
    const policy = {
      rules: [{ id: 'x', when: [{ field: 'shoeSize', in: ['44'] }], verdict: 'never', reason: '' }],
      costs: { ...COSTS, marginShare: 2 },
      degraded: [],
      randomApprovals: { share: 0.02, paymentEurMax: 1, dayEurMax: 1 },
      extra: 1,
    };
    const [status, { errors }] = await call(ANN, 'proposals', { policy, note: 'no' });
    expect([status, JSON.stringify(errors)]).toEqual([400, expect.stringContaining('"note"')]);
    const [, bad] = await call(ANN, 'proposals', { policy, note: 'because' });
    const fields = (bad['errors'] as { field: string }[]).map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining([
        'policy.rules[0].when[0].field',
        'policy.rules[0].verdict',
        'policy.rules[0].reason',
        'policy.costs.marginShare',
        'policy.degraded',
        'policy.randomApprovals.share',
        'policy.extra',
      ]),
    );
    expect(steps()).toEqual([]);
  });

  it('with few people to review gets the price that keeps their desk free', async () => {
    await past({ payments: 60, score: (index) => 0.02 + index / 1_000 });
    const costs = { ...COSTS, reviewsPerDayMax: 10 };
    const policyHash = await propose({ costs });
    const [, { reviewPriceEur }] = await call(ANN, `versions/${policyHash}`);
    expect(reviewPriceEur).toBeGreaterThan(0);
    const result = await simulated({ policyHash });
    expect(result.candidate.perDay.reviews).toBe(10);
    expect(result.candidate.perDay.reviewMinutes).toBe(60);
  });
});

describe('a simulation', () => {
  it('says what a policy would have stopped, rule by rule, and what stays unknown', async () => {
    await past({ payments: 2, customerId: 'thief', fraud: true });
    await past({ payments: 3, customerId: 'thief', currency: 'OMR' });
    await past({ payments: 4, customerId: 'thief', verdict: 'decline' });
    await past({ payments: 5, customerId: 'friend' });
    const rules = [rule('decline', 'thief')];
    const { candidate, inForce } = await simulated({ policy: { ...DEFAULT_POLICY, rules } });
    expect(candidate.changed['approve>decline']).toMatchObject({
      payments: 5,
      money: { EUR: '20000', OMR: '30000' },
    });
    expect(candidate.byRule['on-thief']).toMatchObject({
      fraud: { payments: 2 },
      honest: { payments: 3 },
      blocked: { payments: 4 },
    });
    expect(candidate.byVerdict.decline.blocked.payments).toBe(4);
    expect(candidate).toMatchObject({ fraudCaughtShare: 1, insultRate: 3 / 8 });
    expect(inForce).toMatchObject({ changed: {}, fraudCaughtShare: 0, insultRate: 0 });
    expect(candidate.blockedThen).toMatchObject({ payments: 4 });
  });

  it('counts no payer as honest before their payment is old enough to complain of', async () => {
    await past({ payments: 1, at: new Date().toISOString() });
    const { candidate } = await simulated({});
    expect(candidate.byVerdict.approve).toMatchObject({
      honest: { payments: 0 },
      unknown: { payments: 1 },
    });
  });

  it('tries costs, and says the thresholds they come to for every amount', async () => {
    await past({ payments: 10, score: () => 0.05 });
    const { candidate, thresholdsByAmount } = await simulated({ costs: COSTS });
    expect(candidate.byVerdict.review.honest.payments).toBe(10);
    expect(candidate.perDay).toMatchObject({ reviews: 10, reviewEur: 30, insults: 0 });
    const [small, , , hundred] = thresholdsByAmount ?? [];
    expect(small).toMatchObject({ amountEur: 10 });
    expect(hundred).toMatchObject({ amountEur: 100, reviewMin: 0.03 });
  });

  it("tries thresholds of the candidate's model and leaves those in force", async () => {
    await past({ payments: 10, score: (index) => index / 10 });
    const { candidate, inForce } = await simulated({ reviewMin: 0.5, declineMin: 0.8 });
    const counts = [candidate, inForce].map(({ byVerdict }) => [
      byVerdict.approve.honest.payments,
      byVerdict.review.honest.payments,
      byVerdict.decline.honest.payments,
    ]);
    expect(counts).toEqual([
      [5, 3, 2],
      [10, 0, 0],
    ]);
  });

  it('reads the ledger once for an analyst who tries one threshold after the other', async () => {
    await past({ payments: 10, score: (index) => index / 10 });
    const first = await simulated({ reviewMin: 0.5, declineMin: 0.8 });
    await past({ payments: 1 });
    const second = await simulated({ reviewMin: 0.3, declineMin: 0.8 });
    expect([second.asOf, second.candidate.payments]).toEqual([first.asOf, 10]);
    const other = await simulated({ to: '2026-12-31T00:00:00Z' });
    expect(other.candidate.payments).toBe(11);
  });

  it('gives the same where payments are too many to be kept', async () => {
    await past({ payments: 5, fraud: true, score: (index) => 0.05 + index / 100 });
    await past({ payments: 5, verdict: 'decline' });
    const terms = { ...FIRST_POLICY, reviewPriceEur: null };
    const costs = { ...COSTS, reviewsPerDayMax: 2 };
    const candidate = { ...terms, policy: { ...DEFAULT_POLICY, costs } };
    const question = { inForce: terms, candidate, thresholds: null, recorded: false };
    const { signal: stopping } = new AbortController();
    const simulating = { onProgress: () => undefined, stopping };
    const read = { store, from: null, to: null, ...simulating };
    const now = new Date().toISOString();
    const [kept, streamed] = [await History.of(read, now), await History.of(read, now, 3)];
    expect([kept.isKept, streamed.isKept]).toEqual([true, false]);
    const asOf = expect.any(String) as string;
    const found = await simulatePolicy(question, kept, simulating);
    expect(await simulatePolicy(question, streamed, simulating)).toEqual({ ...found, asOf });
    expect(found.candidate.perDay.reviews).toBe(2);
  });

  it('looks at the time asked for', async () => {
    await past({ payments: 2, at: '2026-01-10T00:00:00Z' });
    await past({ payments: 3, at: '2026-02-10T00:00:00Z' });
    const { candidate, span } = await simulated({ from: '2026-02-01T00:00:00Z' });
    expect([candidate.payments, span?.from]).toEqual([3, '2026-02-10T00:00:00Z']);
  });

  it('refuses what is no policy, no proposal and no pair of thresholds', async () => {
    const bad = [
      { policy: { rules: [] } },
      { costs: { insultEur: 1 } },
      { reviewMin: 0.5 },
      { reviewMin: 0.5, declineMin: 0.4 },
      { policyHash: 'short' },
    ];
    for (const body of bad) expect((await start(body))[0]).toBe(400);
    expect((await start({ policyHash: '0'.repeat(64) }))[0]).toBe(404);
  });
});

describe('random approvals', () => {
  it('are listed by day, with what they come to', async () => {
    for (const [paymentId, amountEur] of [
      ['p-1', 12.5],
      ['p-2', 30.255],
    ] as const) {
      const event = { id: idOf(paymentId), type: 'RandomApprovalGranted', metadata: {} };
      const data = { paymentId, amountEur };
      await store.append(randomApprovalStream('2026-03-01'), [{ ...event, data }], 'any');
    }
    expect(await call(AUDITOR, 'random-approvals?day=2026-03-01')).toMatchObject([
      200,
      { day: '2026-03-01', spentEur: 42.76, items: [{ paymentId: 'p-1' }, { paymentId: 'p-2' }] },
    ]);
    expect((await call(AUDITOR, 'random-approvals'))[1]).toMatchObject({ spentEur: 0, items: [] });
    const [status, { errors }] = await call(AUDITOR, 'random-approvals?day=yesterday');
    expect([status, errors]).toMatchObject([400, [{ field: 'day' }]]);
    expect((await call('shop:service', 'random-approvals'))[0]).toBe(403);
  });
});

describe('a trial', () => {
  it('is reported by what it said live', async () => {
    expect(await call(ANN, 'trial/report', {}, false)).toMatchObject([
      409,
      { code: 'policy-not-on-trial' },
    ]);
    const policyHash = await propose({ rules: [rule('decline', 'thief')] });
    const [, started] = await call(ANN, 'trial', { policyHash });
    expect(started).toMatchObject({ trial: { policyHash, startedBy: 'ann' } });
    await past({ payments: 2 });
    const trial = { policy: policyHash, verdict: 'decline', ruleIds: ['on-thief'] } as const;
    await past({ payments: 3, fraud: true, trial });
    const { candidate, inForce } = await finished(await call(ANN, 'trial/report', {}, false));
    expect(candidate).toMatchObject({
      payments: 3,
      changed: { 'approve>decline': { payments: 3 } },
      byRule: { 'on-thief': { fraud: { payments: 3 } } },
      fraudCaughtShare: 1,
    });
    expect(inForce).toMatchObject({ payments: 3, fraudCaughtShare: 0 });
    const [, ended] = await call(OLGA, 'trial/end', {});
    expect(ended).toMatchObject({ trial: null });
  });
});

function rule(verdict: Verdict, customerId: string): Rule {
  const when = [{ field: 'customerId' as const, in: [customerId] }];
  return { id: `on-${customerId}`, when, verdict, reason: 'because' };
}

type Past = {
  readonly payments: number;
  readonly customerId?: string;
  readonly currency?: string;
  readonly verdict?: Verdict;
  readonly fraud?: boolean;
  readonly at?: string;
  readonly score?: (index: number) => number;
  readonly trial?: NonNullable<RiskJudgement['trial']>;
};

/** Payments of 100.00 euros or 10.000 rials, long ago, that were approved unless said otherwise. */
async function past({
  payments,
  customerId = 'c-1',
  currency = 'EUR',
  verdict = 'approve',
  fraud = false,
  at = '2026-01-10T00:00:00Z',
  score = () => 0.01,
  trial,
}: Past): Promise<void> {
  const amount = Money.of(10_000n, currency);
  const judgement = trial && {
    judgement: {
      modelVerdict: verdict,
      rules: [],
      randomApproval: null,
      reviewPriceEur: 0,
      trial,
    },
  };
  for (let index = 0; index < payments; index += 1) {
    const paymentId = randomUUID();
    const known = { paymentId, score: score(index), features: FEATURES.map(() => 0) };
    const history: PaymentEvent[] = [
      initiated({ paymentId, customerId, amount, occurredAt: at, initiatedAt: at }),
      assessed(verdict, { ...known, ...judgement }),
    ];
    if (fraud) history.push(reported(paymentId));
    const events = history.map(({ type, data }) => ({
      id: idOf(type, paymentId),
      type,
      data: JSON.parse(JSON.stringify(data)) as Json,
      metadata: {},
    }));
    await store.append(paymentStream(paymentId), events, 'no-stream');
  }
}

async function propose(change: Partial<FraudPolicy>): Promise<string> {
  const body = { policy: { ...DEFAULT_POLICY, ...change }, note: 'because' };
  const [status, { waiting }] = await call(ANN, 'proposals', body);
  expect(status).toBe(200);
  return (waiting as { policyHash: string }[]).at(-1)?.policyHash ?? '';
}

async function activate(change: Partial<FraudPolicy>): Promise<string> {
  const policyHash = await propose(change);
  await call(BEN, `versions/${policyHash}/activation`, {});
  return policyHash;
}

function start(body: Body): Promise<[number, Body]> {
  return call(AUDITOR, 'simulations', body, false);
}

async function simulated(body: Body): Promise<PolicySimulation> {
  return finished(await start(body));
}

async function finished([status, { id }]: [number, Body]): Promise<PolicySimulation> {
  expect(status).toBe(202);
  for (;;) {
    const [, run] = await call(AUDITOR, `simulations/${String(id)}`);
    if (run['status'] === 'failed') throw new Error(String(run['reason']));
    if (run['status'] === 'finished') return run['result'] as PolicySimulation;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function steps(): string[] {
  return store.events.filter(({ stream }) => stream === POLICY_STREAM).map(({ type }) => type);
}

/** @param asks whether the body carries a request id. */
async function call(
  key: string | undefined,
  path: string,
  body?: Body,
  asks = true,
): Promise<[number, Body]> {
  const sent = asks ? { requestId: randomUUID(), ...body } : body;
  const url = `${operations.url}/v1/fraud-policy${path === '' ? '' : `/${path}`}`;
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(sent) }),
  });
  return [answer.status, (await answer.json()) as Body];
}
