import { randomUUID } from 'node:crypto';
import { idOf, type Json } from '#event-store';
import { MODEL_STREAM, type GateCriterion, type ModelEvent } from '#fraud';
import { hashKey, loadConfig, type RunningApp } from '#platform';
import { Config } from '../../apps/operations/src/config.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { assessed, initiated } from '../support/payment-events.js';
import { appendInterleaved } from '../support/postgres-views.js';
import { startOperations } from '../support/operations.js';

const OLD = { version: '2026-10', modelHash: 'old' };
const NEW = { version: '2026-11', modelHash: 'new' };
const NOW = '2026-11-21T00:00:00.000Z';

describe('the decision about a challenger', () => {
  let store: InMemoryEventStore;
  let operations: RunningApp;

  beforeEach(async () => {
    store = new InMemoryEventStore();
    const keys = ['ann:analyst', 'ann:operator', 'olga:operator', 'aud:auditor', 'shop:service'];
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

  it('takes two people, and is then what every scorer follows', async () => {
    await challenge({ name: 'latency', holds: true, because: '9 µs' });
    const requestId = randomUUID();
    const asked = await call('ann:analyst', 'promotions', {
      requestId,
      version: '2026-11',
      reason: 'finds more',
    });
    expect(asked).toMatchObject([200, { request: { requestedBy: 'ann', kind: 'promotion' } }]);
    for (const key of ['ann:analyst', 'ann:operator']) {
      const own = await call(key, `requests/${requestId}/approval`, {});
      expect(own).toMatchObject([409, { code: 'second-person-needed' }]);
    }
    const approved = await call('olga:operator', `requests/${requestId}/approval`, {});
    expect(approved).toMatchObject([200, { champion: NEW, earlier: [OLD], request: null }]);
    expect(types()).toEqual([
      'ChallengerProposed',
      'ChallengerCompared',
      'PromotionRequested',
      'PromotionApproved',
      'ModelPromoted',
    ]);
    expect(store.events.at(-1)?.metadata).toMatchObject({ actor: 'olga' });
  });

  it('shows the model that scores although none was promoted yet', async () => {
    expect(await call('aud:auditor', '', null)).toMatchObject([
      200,
      { champion: null, championBy: null },
    ]);
    const scored = assessed('approve', { modelVersion: '2026-10', modelHash: 'old' });
    const unscored = assessed('approve', { modelVersion: null, modelHash: null, score: null });
    await appendInterleaved(store, [[initiated(), scored, unscored]]);
    expect(await call('aud:auditor', '', null)).toMatchObject([
      200,
      { champion: OLD, championBy: 'registry' },
    ]);
  });

  it('goes back in the same way', async () => {
    await challenge({ name: 'latency', holds: true, because: '9 µs' });
    const [first, second] = [randomUUID(), randomUUID()];
    await call('ann:analyst', 'promotions', {
      requestId: first,
      version: '2026-11',
      reason: 'try',
    });
    await call('olga:operator', `requests/${first}/approval`, {});
    await call('olga:operator', 'rollbacks', { requestId: second, reason: 'alarms' });
    const back = await call('ann:analyst', `requests/${second}/approval`, { note: 'yes' });
    expect(back).toMatchObject([200, { champion: OLD, earlier: [] }]);
    expect(types().at(-1)).toBe('ModelRolledBack');
  });

  it('is refused while a criterion does not hold, unless a reason is given', async () => {
    await challenge({ name: 'segments', holds: false, because: 'PayPal loses 0.1' });
    const ask = { requestId: randomUUID(), version: '2026-11', reason: 'finds more' };
    const [status, body] = await call('ann:analyst', 'promotions', ask);
    expect(status).toBe(409);
    expect(JSON.stringify(body)).toContain('PayPal loses 0.1');
    const override = 'PayPal is switched off next week';
    const asked = await call('ann:analyst', 'promotions', { ...ask, override });
    expect(asked).toMatchObject([200, { request: { override } }]);
    const left = await call('ann:analyst', `requests/${ask.requestId}/refusal`, {});
    expect(left).toMatchObject([200, { request: null, challenger: NEW }]);
  });

  it('is asked for once under an Idempotency-Key of its person, and not without a name', async () => {
    await challenge({ name: 'latency', holds: true, because: '9 µs' });
    const ask = { version: '2026-11', reason: 'finds more' };
    const nameless = await call('ann:analyst', 'promotions', ask);
    expect(nameless).toMatchObject([400, { code: 'idempotency-key-missing' }]);
    const first = await call('ann:analyst', 'promotions', ask, 'better-model');
    expect(await call('ann:analyst', 'promotions', ask, 'better-model')).toEqual(first);
    const [status, answer] = await call('olga:operator', 'promotions', ask, 'better-model');
    expect([status, answer]).toMatchObject([409, { code: 'request-open' }]);
    expect(types()).toEqual(['ChallengerProposed', 'ChallengerCompared', 'PromotionRequested']);
  });

  it('is for analysts and operators; auditors may look', async () => {
    expect((await call('aud:auditor', 'promotions', {}))[0]).toBe(403);
    expect((await call('shop:service', '', null))[0]).toBe(403);
    expect(await call('aud:auditor', '', null)).toMatchObject([200, { champion: null }]);
    const bad = await call('ann:analyst', 'promotions', { requestId: 'x' });
    expect(bad[0]).toBe(400);
    for (const field of ['requestId', 'version', 'reason']) {
      expect(JSON.stringify(bad[1])).toContain(`"field":"${field}"`);
    }
  });

  async function call(
    key: string,
    path: string,
    body: object | null,
    name?: string,
  ): Promise<[number, unknown]> {
    const answer = await fetch(`${operations.url}/v1/models${path === '' ? '' : `/${path}`}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        ...(name !== undefined && { 'idempotency-key': name }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return [answer.status, await answer.json()];
  }

  function types(): string[] {
    return store.events.filter(({ stream }) => stream === MODEL_STREAM).map(({ type }) => type);
  }

  async function challenge(...criteria: readonly GateCriterion[]): Promise<void> {
    const quality = { averagePrecision: 0.5, auc: 0.9, cardPrecision: 0.2 };
    const window = { from: NOW, to: NOW, payments: 100, frauds: 10 };
    await append({
      type: 'ChallengerProposed',
      data: {
        ...NEW,
        champion: OLD.version,
        labels: 100,
        dataHash: 'd',
        seed: 1,
        trainedTo: '0/0',
        comparedFrom: null,
        championQuality: quality,
        challengerQuality: quality,
        proposedAt: NOW,
      },
    });
    await append({
      type: 'ChallengerCompared',
      data: { challenger: NEW, champion: OLD, ...window, criteria, comparedAt: NOW },
    });
  }

  async function append({ type, data }: ModelEvent): Promise<void> {
    const event = { id: idOf(type), type, data: data as unknown as Json, metadata: {} };
    await store.append(MODEL_STREAM, [event], 'any');
  }
});
