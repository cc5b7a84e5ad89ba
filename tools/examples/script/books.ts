import type { RecordedSystem } from '../system.js';
import { at, textAt } from '../read.js';
import { ANALYST, AUDITOR, OPERATOR, SHOP } from './order.js';

/** The books, and what proves them. */
export async function visitBooks(system: RecordedSystem, paymentId: string): Promise<void> {
  const { operations, views } = system;
  const as = AUDITOR;
  await operations.visit('post /v1/jobs/{name}/run', {
    as: OPERATOR,
    path: { name: 'settlement-stripe' },
  });
  await operations.visit('get /v1/jobs', { as });
  for (const format of ['json', 'csv', 'jsonl']) {
    await views.visit('get /v1/payments', { as: SHOP, query: { format } });
  }
  await views.visit('get /v1/payments/{paymentId}', { as: SHOP, path: { paymentId } });
  await views.visit('get /v1/payments/{paymentId}/events', { as: SHOP, path: { paymentId } });
  for (const format of ['json', 'dot', 'svg']) {
    const graph = { as, path: { paymentId }, query: { format } };
    await views.visit('get /v1/payments/{paymentId}/causes', graph);
  }
  await views.visit('get /v1/orders/{orderId}', { as: SHOP, path: { orderId: 'order-1' } });
  await views.visit('get /v1/contradictions', { as: ANALYST, query: { status: 'open' } });
  await views.visit('get /v1/journal/entries', { as, query: { paymentId } });
  await views.visit('get /v1/journal/accounts', { as });
  await views.visit('get /v1/journal/trial-balance', { as });
  const query = { account: 'provider:stripe:pending', currency: 'EUR' };
  await views.visit('get /v1/journal/statement', { as, query });
  for (const format of ['ledger', 'csv', 'jsonl']) {
    await views.visit('get /v1/journal/export', { as, query: { format } });
  }
  await views.visitUntil('get /v1/reconciliation/lines', { as }, (body) =>
    Boolean(at(body, 'items', 0)),
  );
  await views.visit('get /v1/reconciliation', { as });
  await views.visit('get /v1/events', { as });
}

export async function visitViews({ views }: RecordedSystem): Promise<void> {
  await views.visit('get /v1/stream', { as: ANALYST });
  const call = { as: OPERATOR, path: { name: 'orders' } };
  await views.visit('get /v1/views', { as: OPERATOR });
  await views.visit('get /v1/views/{name}', call);
  await views.visit('get /v1/views/{name}/digest', call);
  await views.visit('get /v1/views/{name}/set-aside', call);
  await views.visit('post /v1/views/{name}/check', { ...call, query: { waitMs: '60000' } });
  await views.visit('post /v1/views/{name}/rebuild', { ...call, query: { waitMs: '60000' } });
}

export async function visitAudit({ operations, views }: RecordedSystem): Promise<void> {
  const as = AUDITOR;
  const audit = '/v1/audit';
  const signed = await operations.visit(`post ${audit}/checkpoints`, { as });
  await operations.visit(`get ${audit}/status`, { as });
  await operations.visit(`get ${audit}/keys`, { as });
  await operations.visit(`get ${audit}/checkpoints`, { as });
  await operations.visit(`get ${audit}/leaves`, { as, query: { from: '0' } });
  const events = await views.visit('get /v1/events', { as });
  const eventId = textAt(events, 'items', 0, 'eventId');
  await operations.visit(`get ${audit}/proofs/inclusion`, { as, query: { eventId } });
  await operations.visit(`get ${audit}/events/{eventId}`, { as, path: { eventId } });
  const to = JSON.stringify(at(signed, 'size'));
  const query = { from: '10', to };
  await operations.visit(`get ${audit}/proofs/consistency`, { as, query });
}
