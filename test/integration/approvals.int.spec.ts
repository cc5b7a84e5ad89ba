import { randomUUID } from 'node:crypto';
import { idOf, recordEvent } from '#event-store';
import { MODEL_STREAM, type ModelEvent } from '#fraud';
import { DEFAULT_POLICY } from '#fraud-policy';
import { hashKey, loadConfig, type RunningApp } from '#platform';
import { DEFAULT_ROUTING, ROUTING_STREAM, type RoutingEvent } from '#routing';
import { Config } from '../../apps/operations/src/config.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { startOperations } from '../support/operations.js';

const PEOPLE = ['ann:analyst', 'ben:analyst', 'olga:operator', 'aud:auditor', 'shop:service'];

const ROUTING_HASH = 'a'.repeat(64);
const REQUEST_ID = randomUUID();

let store: InMemoryEventStore;
let operations: RunningApp;

beforeAll(async () => {
  store = new InMemoryEventStore();
  operations = await startOperations({
    config: loadConfig(Config, {
      PORT: '0',
      API_KEYS: PEOPLE.map((person) => `${person}:${hashKey(person)}`).join(','),
      STRIPE_SECRET_KEY: 'sk_test_x',
      PAYPAL_CLIENT_ID: 'x',
      PAYPAL_CLIENT_SECRET: 'x',
    }),
    eventStore: store,
  });
});

afterAll(() => operations.stop());

type Approval = Readonly<Record<string, unknown>> & { readonly kind: string; readonly id: string };

async function approvals(person: string): Promise<Approval[]> {
  const headers = { authorization: `Bearer ${person}` };
  const response = await fetch(`${operations.url}/v1/approvals`, { headers });
  return ((await response.json()) as { items: Approval[] }).items;
}

async function post(path: string, body: object, person: string): Promise<number> {
  const { status } = await fetch(operations.url + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${person}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  return status;
}

async function record(stream: string, event: RoutingEvent | ModelEvent): Promise<void> {
  const commandId = idOf('test', event.type);
  await recordEvent(store, { stream }, { client: 'test', actor: 'test', commandId }, event);
}

describe('the list of approvals', () => {
  it('has each policy and model that waits, with who may answer it and where', async () => {
    expect(await approvals('aud:auditor')).toEqual([]);
    const rules = [
      {
        id: 'watch',
        when: [{ field: 'customerId', in: ['thief'] }],
        verdict: 'review',
        reason: 'known',
      },
    ];
    const policy = { ...DEFAULT_POLICY, rules };
    const proposed = await post(
      '/v1/fraud-policy/proposals',
      { policy, note: 'for a trial' },
      'ann:analyst',
    );
    expect(proposed).toBe(200);
    await record(ROUTING_STREAM, {
      type: 'RoutingProposed',
      data: {
        policyHash: ROUTING_HASH,
        policy: DEFAULT_ROUTING,
        note: 'yen by paypal',
        proposedBy: 'olga',
        proposedAt: '2026-01-02T00:00:00.000Z',
      },
    });
    await record(MODEL_STREAM, {
      type: 'PromotionRequested',
      data: {
        requestId: REQUEST_ID,
        version: 'fraud-2',
        modelHash: 'b'.repeat(64),
        champion: { version: 'fraud-1', modelHash: 'c'.repeat(64) },
        reason: 'better',
        override: null,
        requestedBy: 'ben',
        requestedAt: '2026-01-01T00:00:00.000Z',
      },
    });

    const seen = await approvals('ann:analyst');
    expect(seen.map(({ kind, mayApprove }) => [kind, mayApprove])).toEqual([
      ['model', true],
      ['routing-policy', false],
      ['fraud-policy', false],
    ]);
    expect(seen[0]).toMatchObject({ what: 'fraud-1 → fraud-2', proposedBy: 'ben' });
    const olgas = await approvals('olga:operator');
    expect(olgas.map(({ mayApprove }) => mayApprove)).toEqual([true, false, true]);
    const auditors = await approvals('aud:auditor');
    expect(auditors.map(({ mayApprove }) => mayApprove)).toEqual([false, false, false]);
  });

  it('names the addresses that answer, after which it waits no more', async () => {
    const fraud = (await approvals('olga:operator')).find(({ kind }) => kind === 'fraud-policy');
    expect(await post(String(fraud?.['approvePath']), {}, 'olga:operator')).toBe(200);
    const model = (await approvals('olga:operator')).find(({ kind }) => kind === 'model');
    expect(await post(String(model?.['refusePath']), {}, 'olga:operator')).toBe(200);
    const left = await approvals('olga:operator');
    expect(left.map(({ kind, id }) => [kind, id])).toEqual([['routing-policy', ROUTING_HASH]]);
  });

  it('is nothing for services', async () => {
    const headers = { authorization: 'Bearer shop:service' };
    const { status } = await fetch(`${operations.url}/v1/approvals`, { headers });
    expect(status).toBe(403);
  });
});
