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

type TimeBound = 'status' | 'leasedBy' | 'escalated';

export const CASE_FILTERS: Filters<Omit<CasesQuery, PageOnly | TimeBound>, PaymentCase> = {
  client: ['client', 'is'],
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
  reason: ['reason', 'is'],
  assignee: ['assignee', 'is'],
  dueBefore: ['dueAt', 'before'],
};

/** What held a payment, and when, never changes: a case that is decided stays in its place. */
export const CASE_ORDERS: Readonly<Record<CasesSort, Order<PaymentCase>>> = {
  oldest: { by: ['opened', 'paymentId'], direction: 'ASC' },
  newest: { by: ['opened', 'paymentId'], direction: 'DESC' },
  riskiest: { by: ['rank', 'opened', 'paymentId'], direction: 'DESC' },
  due: { by: ['dueAt', 'paymentId'], direction: 'ASC' },
  'at-risk': { by: ['atRisk', 'opened', 'paymentId'], direction: 'DESC' },
  largest: { by: ['amount', 'paymentId'], direction: 'DESC' },
};

/** @param now what an export says of leases is of this time. */
export function caseExport(now: string): Exportable<PaymentCase, ReturnType<typeof caseResponse>> {
  return { view: 'cases', name: 'cases', columns: COLUMNS, item: (row) => caseResponse(row, now) };
}

const COLUMNS: Exportable<PaymentCase>['columns'] = {
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
  rejectionReason: ({ decision }) => decision?.reason ?? null,
  finding: ({ decision }) => decision?.label?.finding ?? null,
  dueAt: ({ dueAt }) => dueAt && dueAt.toISOString(),
  assignee: ({ assignee }) => assignee,
  escalatedAt: ({ escalatedAt }) => escalatedAt && escalatedAt.toISOString(),
};

/** The cases a caller may see, as `row`: likewise of its client, and of its merchants. */
export function visibleCases(
  manager: EntityManager,
  { client, role, merchants }: Caller,
): SelectQueryBuilder<PaymentCase> {
  const cases = manager.createQueryBuilder(PaymentCase, 'row').where("row.status <> 'none'");
  if (role === 'service') cases.andWhere('row.client = :client', { client });
  if (merchants) cases.andWhere('row.merchantId IN (:...merchants)', { merchants });
  return cases;
}

/** An open case that is put off is `snoozed` until its time comes. */
const OF_STATUS: Readonly<Record<NonNullable<CasesQuery['status']>[number], string>> = {
  open: "(row.status = 'open' AND (row.snoozedUntil IS NULL OR row.snoozedUntil <= :now))",
  snoozed: "(row.status = 'open' AND row.snoozedUntil > :now)",
  closed: "row.status = 'closed'",
  ended: "row.status = 'ended'",
};

/**
 * What a caller may see of what a query asks for.
 *
 * @param now leases end and snoozes are over without an event.
 */
export function casesFor(
  caller: Caller,
  query: CasesQuery,
  now: Date,
): (manager: EntityManager) => SelectQueryBuilder<PaymentCase> {
  return (manager) => {
    const { status, leasedBy, escalated, ...rest } = query;
    const cases = narrow(visibleCases(manager, caller), CASE_FILTERS, rest as CasesQuery);
    cases.setParameter('now', now);
    if (status) cases.andWhere(`(${status.map((each) => OF_STATUS[each]).join(' OR ')})`);
    if (leasedBy !== undefined) {
      cases.andWhere('(row.leasedBy = :leasedBy AND row.leasedUntil > :now)', { leasedBy });
    }
    if (escalated !== undefined) {
      cases.andWhere(`row.escalatedAt IS ${escalated ? 'NOT NULL' : 'NULL'}`);
    }
    return cases;
  };
}
