import type { EntityManager } from 'typeorm';
import { MATCH_STATUSES, type MatchStatus } from '#reconciliation';
import { ReconciliationMatch, ReconciliationTotal } from './reconciliation.entity.js';
import type { MatchCounts, SummaryResponse } from './reconciliation.response.js';

/** How long a provider may take to report what it did. */
const REPORTING_MS = 24 * 60 * 60 * 1_000;

/** Movements before this should be in the provider's books by now. */
export function overdueBefore(now: Date): Date {
  return new Date(now.getTime() - REPORTING_MS);
}

/** Status of a `row` now, in SQL; wants the parameter `overdueBefore`. */
export const STATUS_NOW = `CASE WHEN row.moved_at < :overdueBefore THEN row.overdue ELSE row.status END`;

const CURRENCY = `coalesce(row.ours -> 0 -> 'amount' ->> 'currency',
                           row.theirs -> 0 -> 'presented' ->> 'currency',
                           row.theirs -> 0 -> 'amount' ->> 'currency')`;

type Count = {
  readonly provider: string;
  readonly currency: string;
  readonly status: MatchStatus;
  readonly count: string;
};

/** Totals and counts per provider and currency. */
export async function summariesOf(manager: EntityManager, now: Date): Promise<SummaryResponse[]> {
  const totals = await manager.find(ReconciliationTotal, {
    order: { provider: 'ASC', currency: 'ASC' },
  });
  const counted = await manager
    .createQueryBuilder(ReconciliationMatch, 'row')
    .select('row.provider', 'provider')
    .addSelect(CURRENCY, 'currency')
    .addSelect(STATUS_NOW, 'status')
    .addSelect('count(*)', 'count')
    .groupBy('1, 2, 3')
    .setParameters({ overdueBefore: overdueBefore(now) })
    .getRawMany<Count>();
  return totals.map((total) => {
    const { provider, currency } = total;
    const mine = counted.filter((c) => c.provider === provider && c.currency === currency);
    return summaryOf(total, countsOf(mine));
  });
}

function summaryOf(total: ReconciliationTotal, counts: MatchCounts): SummaryResponse {
  const { provider, currency, ourGross, theirGross } = total;
  return {
    provider,
    currency,
    ours: ourGross,
    theirs: theirGross,
    difference: (BigInt(theirGross) - BigInt(ourGross)).toString(),
    ourFees: total.ourFees,
    theirFees: total.theirFees,
    paidOut: total.theirPaidOut,
    exchanged: total.theirExchanged,
    reserved: total.theirReserved,
    counts,
    matchRate: matchRateOf([counts]),
  };
}

function countsOf(counted: readonly Count[]): MatchCounts {
  const counts = Object.fromEntries(MATCH_STATUSES.map((status) => [status, 0]));
  for (const { status, count } of counted) counts[status] = Number(count);
  return counts as MatchCounts & Record<string, number>;
}

/** Lines that were set aside and are not read yet, over all providers. */
export function countUnreadable(manager: EntityManager): Promise<number> {
  return manager.countBy(ReconciliationMatch, { overdue: 'unreadable' });
}

/** Matched among all that is due; null when nothing is due. */
export function matchRateOf(counts: readonly MatchCounts[]): number | null {
  let due = 0;
  let matched = 0;
  for (const count of counts) {
    matched += count.matched;
    for (const status of MATCH_STATUSES) {
      if (status !== 'expected' && status !== 'booked') due += count[status];
    }
  }
  return due === 0 ? null : matched / due;
}
