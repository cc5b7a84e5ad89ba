import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Sealing } from '../../apps/command-service/src/sealing/sealing.js';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idOf, type RecordedEvent } from '#event-store';
import { DEFAULT_POLICY } from '#fraud-policy';
import { Money } from '#money';
import { Clock, silentLogger } from '#platform';
import type { SettlementLine, UnreadableLine, VerifiedWebhook } from '#provider-port';
import { OrderCancellations } from '../../apps/command-service/src/cancel-order/order-cancellations.js';
import { orderKeyOf } from '../../apps/command-service/src/orders/order-stream.js';
import type { CommandContext } from '../../apps/command-service/src/payment/command-context.js';
import { Declines } from '../../apps/command-service/src/payment/declines.js';
import { EventCounts } from '../../apps/command-service/src/payment/event-counts.js';
import { Locks } from '../../apps/command-service/src/payment/locks.js';
import { PaymentStreams } from '../../apps/command-service/src/payment/payment-streams.js';
import { RoutingPolicies } from '../../apps/command-service/src/routing-policy/routing-policies.js';
import { RandomApprovals } from '../../apps/command-service/src/scoring/random-approvals.js';
import { Payouts } from '../../apps/command-service/src/webhooks/payouts.js';
import { WebhookInbox } from '../../apps/command-service/src/webhooks/webhook-inbox.js';
import { recordModelEvent } from '../../apps/fraud-worker/src/training/model-stream.js';
import { PolicyDecisions } from '../../apps/operations/src/fraud-policy/policy-decisions.js';
import { JobHistory } from '../../apps/operations/src/jobs/job-history.js';
import { DeliveryQueue } from '../../apps/operations/src/outgoing-webhooks/delivery-queue.js';
import { EndpointStreams } from '../../apps/operations/src/outgoing-webhooks/endpoint-streams.js';
import { ModelDecisions } from '../../apps/operations/src/promotion/model-decisions.js';
import { settlementImport } from '../../apps/operations/src/settlement/settlement-import.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { assessed, eur, initiated, NOW } from '../support/payment-events.js';

const FILE = 'test/fixtures/event-metadata.json';
const CLOCK = new Clock(() => new Date(NOW));
const RUN_ID = '9d4e6a1c-0000-4000-8000-000000000001';
const COMMAND: CommandContext = {
  commandId: '9d4e6a1c-0000-4000-8000-000000000002',
  bodyHash: 'hash-of-the-body',
  client: 'shop',
  actor: 'service:shop',
  correlationId: 'order-7',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};
const RESUMED: CommandContext = { ...COMMAND, actor: 'resumer', bodyHash: null, traceparent: null };

let store: InMemoryEventStore;

beforeEach(() => {
  store = new InMemoryEventStore();
});

/** Written by the code that had this in ten places; other processes and auditors rely on it. */
describe('the id and metadata of every kind of stored event', () => {
  it.each([
    ['payment', payment],
    ['order', order],
    ['webhook', webhook],
    ['payout', payout],
    ['random approval', randomApproval],
    ['routing policy', routingPolicy],
    ['fraud policy', fraudPolicy],
    ['model', model],
    ['job', job],
    ['settlement', settlement],
    ['webhook endpoint', webhookEndpoint],
  ] as const)('stay what they were: %s', async (kind, write) => {
    await write();
    const golden = JSON.parse(await readFile(FILE, 'utf8')) as Record<string, unknown>;
    expect(store.events.map(lineOf)).toEqual(golden[kind]);
  });
});

/** As text, so that the order of the fields counts too. */
function lineOf({ stream, type, id, metadata }: RecordedEvent): string {
  const shownId = type === 'WebhookReceived' ? 'random' : id;
  return `${stream} ${type} ${shownId} ${JSON.stringify(metadata)}`;
}

async function payment(): Promise<void> {
  const streams = new PaymentStreams(store, new Declines(silentLogger()), new EventCounts());
  const { paymentId } = initiated().data;
  await streams.begin([{ paymentId, context: COMMAND, decided: [initiated()] }]);
  const loaded = await streams.load(paymentId);
  await streams.change(loaded, COMMAND, () => [assessed(), assessed('review')]);
  // From a state that another writer has left behind.
  await streams.change(loaded, RESUMED, () => [assessed('decline')]);
  await streams.change(await streams.load('other'), COMMAND, () => [initiated()]);
}

async function order(): Promise<void> {
  const index = { untilSeen: async () => true, paymentsOf: () => [], markDone: () => undefined };
  type Parts = ConstructorParameters<typeof OrderCancellations>;
  const parts = [store, index, {}, {}, {}, CLOCK, {}] as unknown as Parts;
  const orders = new OrderCancellations(...parts);
  await orders.cancel('order-7', COMMAND);
  await orders.cancel('order-7', { ...COMMAND, commandId: RUN_ID });
  expect(store.events[0]?.stream).toBe(`order-${orderKeyOf('shop', 'order-7')}`);
}

async function webhook(): Promise<void> {
  const inbox = new WebhookInbox(store, CLOCK, new Sealing(null));
  const delivered = (eventId: string, unreadable: string | null): VerifiedWebhook => ({
    provider: 'stripe',
    eventId,
    type: 'charge.updated',
    apiVersion: null,
    facts: [],
    unreadable,
  });
  const kept = async (eventId: string): Promise<string> => {
    await inbox.keep(delivered(eventId, 'no charge in it'), null);
    return `webhook-stripe-${eventId}`;
  };
  await inbox.keep(delivered('evt_1', null), Buffer.from('{}'));
  const dismissed = await kept('evt_2');
  await inbox.abandon(dismissed, 90);
  await inbox.dismiss(dismissed, { person: 'amal', note: 'known' });
  const reopened = await kept('evt_3');
  await inbox.abandon(reopened, 90);
  await inbox.reopen(reopened, { outcome: 'applied', reason: 'new' });
  await inbox.close(await kept('evt_4'), { outcome: 'ignored', reason: 'not ours' });
}

async function payout(): Promise<void> {
  const payouts = new Payouts(store, new Locks());
  const from = { provider: 'stripe', eventId: 'evt_9', type: 'payout.paid', facts: [] } as const;
  const read = { apiVersion: null, unreadable: null, bodySha256: null, receivedAt: NOW };
  const delivered = { ...from, ...read };
  const of = { kind: 'payout', paymentId: null, payoutReference: 'po_1' } as const;
  const fact = { ...of, amount: eur('10.00') };
  for (const status of ['pending', 'paid'] as const) {
    await payouts.record(delivered, { ...fact, status, arrivesAt: null, at: NOW });
  }
}

async function randomApproval(): Promise<void> {
  const candidate = { amountEur: 10, dayEurMax: 25, day: '2026-03-01' };
  const approvals = new RandomApprovals(store);
  for (const paymentId of ['p1', 'p2', 'p3', 'p1']) {
    await approvals.grant({ ...candidate, paymentId }, COMMAND);
  }
}

async function routingPolicy(): Promise<void> {
  const policies = new RoutingPolicies(store);
  const unnamed = (person: string) => ({ person, commandId: null });
  const policy = { rules: [], failover: false };
  const by = (proposedBy: string) => ({ note: 'as agreed', proposedBy, proposedAt: NOW });
  for (const policyHash of ['h1', 'h2']) {
    const data = { policyHash, policy, ...by('amal') };
    await policies.decide(unnamed('amal'), () => [{ type: 'RoutingProposed', data }]);
  }
  const data = { policyHash: 'h1', activatedBy: 'bilal', activatedAt: NOW };
  await policies.decide(unnamed('bilal'), () => [{ type: 'RoutingActivated', data }]);
}

async function fraudPolicy(): Promise<void> {
  const decisions = new PolicyDecisions(store);
  const terms = { policy: DEFAULT_POLICY, reviewPriceEur: 0, note: 'as agreed' };
  const data = { ...terms, policyHash: 'h1', proposedBy: 'amal', proposedAt: NOW };
  const cause = { client: 'operations', actor: 'amal', commandId: RUN_ID };
  await decisions.decide(cause, () => [{ type: 'PolicyProposed', data }]);
  await decisions.decide(cause, () => [{ type: 'PolicyProposed', data }]);
}

async function model(): Promise<void> {
  const ref = { version: '2026-12', modelHash: 'hash' };
  const quality = { averagePrecision: 0.5, auc: 0.9, cardPrecision: 0.4 };
  const trained = { champion: '2026-11', labels: 100, dataHash: 'data', seed: 1, trainedTo: '9/9' };
  const comparedFrom = null;
  const qualities = { championQuality: quality, challengerQuality: quality };
  const data = { ...ref, ...trained, ...qualities, comparedFrom, proposedAt: NOW };
  const key = ['challenger-proposed', 'hash'] as const;
  await recordModelEvent(store, { type: 'ChallengerProposed', data }, [...key]);
  const asked = { requestId: RUN_ID, ...ref, champion: ref, reason: 'better', override: null };
  const cause = { client: 'operations', actor: 'amal', commandId: RUN_ID };
  const requested = { ...asked, requestedBy: 'amal', requestedAt: NOW };
  const models = new ModelDecisions(store);
  await models.decide(cause, () => [{ type: 'PromotionRequested', data: requested }]);
  const approved = { requestId: RUN_ID, note: '', approvedBy: 'bilal', decidedAt: NOW };
  const change = { requestId: RUN_ID, ...ref, previous: ref, promotedAt: NOW };
  const second = { ...cause, actor: 'bilal', commandId: idOf('approve', RUN_ID) };
  await models.decide(second, () => [
    { type: 'PromotionApproved', data: approved },
    { type: 'ModelPromoted', data: change },
  ]);
}

async function job(): Promise<void> {
  const history = new JobHistory(store);
  const run = { job: 'settlement-stripe', runId: RUN_ID };
  await history.append({
    type: 'JobStarted',
    data: { ...run, trigger: 'request', startedAt: NOW },
  });
  await history.append({ type: 'JobFinished', data: { ...run, result: {}, finishedAt: NOW } });
  await history.append({ type: 'JobFailed', data: { ...run, reason: 'why', failedAt: NOW } });
}

async function settlement(): Promise<void> {
  const line: SettlementLine = {
    provider: 'stripe',
    kind: 'capture',
    lineId: 'txn_1',
    reference: 'ch_1',
    paymentId: 'p1',
    amount: eur('10.00'),
    fee: Money.parse('0.30', 'EUR'),
    at: NOW,
  };
  const of = { provider: 'stripe', kind: 'unreadable', lineId: 'txn_3', at: NOW } as const;
  const unreadable: UnreadableLine = { ...of, reason: 'no amount', raw: '{}' };
  const lines = [line, { ...line, lineId: 'txn_2', paymentId: null }, unreadable];
  async function* books() {
    yield* lines;
  }
  const provider = { name: 'stripe', books } as unknown as Parameters<typeof settlementImport>[0];
  const importing = settlementImport(provider, store, 1_000, CLOCK);
  await importing.run(null, new AbortController().signal);
}

async function webhookEndpoint(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-metadata-'));
  const queue = DeliveryQueue.open(folder);
  const endpointId = 'e1';
  const streams = new EndpointStreams(store, queue, () => Date.parse(NOW));
  const url = 'https://shop.example/hooks';
  const registered = {
    endpointId,
    client: 'shop',
    url,
    description: null,
    messageTypes: [],
    keyId: null,
    registeredAt: NOW,
  };
  const context = { actor: 'shop', commandId: RUN_ID };
  await streams.change(
    endpointId,
    () => [{ type: 'WebhookEndpointRegistered', data: registered }],
    context,
  );
  const disabled = { endpointId, reason: 'gone', disabledAt: NOW } as const;
  const enabled = { endpointId, enabledAt: NOW };
  await streams.change(
    endpointId,
    () => [
      { type: 'WebhookEndpointDisabled', data: disabled },
      { type: 'WebhookEndpointEnabled', data: enabled },
    ],
    { actor: 'operations', commandId: COMMAND.commandId },
  );
  await queue.close();
  await rm(folder, { recursive: true, force: true });
}
