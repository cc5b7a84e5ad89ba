import type { EntityManager } from 'typeorm';
import { endOf, startOf, type Month } from '#journal';
import { MATCH_STATUSES, type MatchStatus } from '#reconciliation';
import { JOURNAL_SCHEMA } from '../journal/journal.entity.js';
import { OrderPayment } from '../orders/order-payment.entity.js';
import { ReconciliationMatch } from '../reconciliation/reconciliation.entity.js';
import { overdueBefore, STATUS_NOW } from '../reconciliation/summary.js';
import type { OpenItems, StatementPayments } from './monthly-statement.response.js';
import type { StatementOf } from './statement-accounts.js';

/** Statuses of payments that an issuer, a provider or our rules said no to. */
const REFUSED = ['declined', 'rejected'];
/** Statuses of payments whose authorisation was granted, or that went on from there. */
const AUTHORISED = [
  'authorised',
  'voided',
  'expired',
  'capturing',
  'partially-captured',
  'captured',
  'partially-refunded',
  'refunded',
];

/** Payments that were initiated in the month, by where they stand now. */
export async function paymentsOf(
  manager: EntityManager,
  period: Month,
  { merchantId, provider }: StatementOf,
): Promise<StatementPayments> {
  const rows = manager
    .createQueryBuilder(OrderPayment, 'row')
    .select('row.status', 'status')
    .addSelect('count(*)', 'count')
    .where('row.createdAt >= :from AND row.createdAt < :to', {
      from: startOf(period),
      to: endOf(period),
    })
    .groupBy('row.status')
    .orderBy('row.status');
  if (merchantId !== null) rows.andWhere('row.merchantId = :merchantId', { merchantId });
  else rows.andWhere('row.provider = :provider', { provider });
  const found = await rows.getRawMany<{ status: string; count: string }>();
  const byStatus = found.map(({ status, count }) => ({ status, count: Number(count) }));
  const authorised = countIn(byStatus, AUTHORISED);
  const decided = authorised + countIn(byStatus, REFUSED);
  const successRate = decided === 0 ? null : authorised / decided;
  const initiated = byStatus.reduce((sum, { count }) => sum + count, 0);
  return { initiated, byStatus, successRate };
}

function countIn(
  counts: readonly { readonly status: string; readonly count: number }[],
  statuses: readonly string[],
): number {
  return counts
    .filter(({ status }) => statuses.includes(status))
    .reduce((sum, { count }) => sum + count, 0);
}

const SETTLED: readonly MatchStatus[] = ['matched', 'booked'];
const OPEN = MATCH_STATUSES.filter((status) => !SETTLED.includes(status));

/** Days since the money moved, in which open items are counted. */
export const AGES = ['0-1', '1-7', '7-30', '30+'] as const;

const AGE = `CASE WHEN CAST(:now AS timestamptz) - row.moved_at < interval '1 day' THEN '0-1'
  WHEN CAST(:now AS timestamptz) - row.moved_at < interval '7 days' THEN '1-7'
  WHEN CAST(:now AS timestamptz) - row.moved_at < interval '30 days' THEN '7-30' ELSE '30+' END`;

/** Movements up to the end of the month that both books do not agree on, by their age now. */
export async function openItemsOf(
  manager: EntityManager,
  period: Month,
  { of, now }: { readonly of: StatementOf; readonly now: Date },
): Promise<OpenItems[]> {
  const { merchantId, provider } = of;
  const rows = manager
    .createQueryBuilder(ReconciliationMatch, 'row')
    .select(STATUS_NOW, 'status')
    .addSelect(AGE, 'days')
    .addSelect('count(*)', 'count')
    .where('row.movedAt < :end', { end: endOf(period) })
    .andWhere(`${STATUS_NOW} = ANY(:open)`, { open: OPEN })
    .groupBy('1')
    .addGroupBy('2')
    .setParameters({ overdueBefore: overdueBefore(now), now });
  if (provider !== null) rows.andWhere('row.provider = :provider', { provider });
  else {
    rows.andWhere(
      `row.paymentId IN (SELECT payment_id FROM ${JOURNAL_SCHEMA}.journal_payment
        WHERE merchant_id = :merchantId)`,
      { merchantId },
    );
  }
  const found = await rows.getRawMany<{ status: string; days: OpenItems['days']; count: string }>();
  return found
    .map(({ status, days, count }) => ({ status, days, count: Number(count) }))
    .sort((a, b) => AGES.indexOf(a.days) - AGES.indexOf(b.days) || (a.status < b.status ? -1 : 1));
}
