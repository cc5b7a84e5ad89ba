import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '#platform';
import { amountColumns } from '../lists/csv.js';
import type { Exportable } from '../lists/exports.js';
import { narrow, type Filters } from '../lists/filters.js';
import type { PageOnly } from '../lists/list.request.js';
import type { Order } from '../lists/page.js';
import { caseResponse } from './case.response.js';
import type { CasesQuery, CasesSort } from './cases.request.js';
import { PaymentCase } from './payment-case.entity.js';

export const CASE_FILTERS: Filters<Omit<CasesQuery, PageOnly>, PaymentCase> = {
  client: ['client', 'is'],
  status: ['status', 'one-of'],
  orderId: ['orderId', 'is'],
  merchantId: ['merchantId', 'is'],
  customerId: ['customerId', 'is'],
  provider: ['provider', 'is'],
  currency: ['currency', 'is'],
  amountMin: ['amount', 'at-least'],
  amountMax: ['amount', 'at-most'],
  from: ['openedAt', 'at-least'],
  to: ['openedAt', 'before'],
  scoreMin: ['score', 'at-least'],
  scoreMax: ['score', 'at-most'],
  analyst: ['analyst', 'is'],
};

/** What held a payment, and when, never changes: a case that is decided stays in its place. */
export const CASE_ORDERS: Readonly<Record<CasesSort, Order<PaymentCase>>> = {
  oldest: { by: ['opened', 'paymentId'], direction: 'ASC' },
  newest: { by: ['opened', 'paymentId'], direction: 'DESC' },
  riskiest: { by: ['rank', 'opened', 'paymentId'], direction: 'DESC' },
  largest: { by: ['amount', 'paymentId'], direction: 'DESC' },
};

export const CASE_EXPORT: Exportable<PaymentCase, ReturnType<typeof caseResponse>> = {
  view: 'cases',
  name: 'cases',
  columns: {
    paymentId: ({ paymentId }) => paymentId,
    status: ({ status }) => status,
    reason: ({ reason }) => reason,
    client: ({ client }) => client,
    orderId: ({ orderId }) => orderId,
    merchantId: ({ merchantId }) => merchantId,
    customerId: ({ customerId }) => customerId,
    provider: ({ provider }) => provider,
    currency: ({ currency }) => currency,
    ...amountColumns('amount'),
    score: ({ score }) => score,
    verdict: ({ risk }) => risk?.verdict ?? null,
    occurredAt: ({ occurredAt }) => occurredAt.toISOString(),
    openedAt: ({ openedAt }) => openedAt && openedAt.toISOString(),
    endedAt: ({ endedAt }) => endedAt && endedAt.toISOString(),
    outcome: ({ decision }) => decision && decision.outcome,
    analyst: ({ analyst }) => analyst,
    decidedAt: ({ decision }) => decision && decision.decidedAt,
    note: ({ decision }) => decision && decision.note,
  },
  item: caseResponse,
};

/** The cases a caller may see, as `row`: a service its own, everybody else all. */
export function visibleCases(
  manager: EntityManager,
  { client, role }: Caller,
): SelectQueryBuilder<PaymentCase> {
  const cases = manager.createQueryBuilder(PaymentCase, 'row').where("row.status <> 'none'");
  return role === 'service' ? cases.andWhere('row.client = :client', { client }) : cases;
}

/** What a caller may see of what a query asks for. */
export function casesFor(
  caller: Caller,
  query: CasesQuery,
): (manager: EntityManager) => SelectQueryBuilder<PaymentCase> {
  return (manager) => narrow(visibleCases(manager, caller), CASE_FILTERS, query);
}
