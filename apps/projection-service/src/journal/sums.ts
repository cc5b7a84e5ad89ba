import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { JournalDay, JournalEntryRow, JournalPosting } from './journal.entity.js';

/** What had happened, and what was known of it, before two times; either may be left open. */
export type Cut = { readonly effectiveBefore?: Date; readonly recordedBefore?: Date };

export type AccountInCurrency = { readonly account: string; readonly currency: string };

/** What the events of one type debited and credited of an account, both positive. */
export type Sum = AccountInCurrency & {
  readonly eventType: string;
  readonly debits: bigint;
  readonly credits: bigint;
  readonly postings: bigint;
};

/**
 * Sums the postings inside a cut: whole days from their sums, and of the days that it cuts through
 * the postings themselves, so that the cost is that of the days and not of the postings.
 *
 * @param of all accounts, or one.
 */
export async function sumsAt(
  manager: EntityManager,
  { effectiveBefore, recordedBefore }: Cut,
  of: AccountInCurrency | null = null,
): Promise<Sum[]> {
  const effective = effectiveBefore && daysUntil(effectiveBefore);
  const recorded = recordedBefore && daysUntil(recordedBefore);
  const days = sumsOf(manager.createQueryBuilder(JournalDay, 'row'), DAY_SUMS, of);
  const parts: { getRawMany<Row>(): Promise<Row[]> }[] = [days];
  if (effective) {
    days.andWhere('row.effectiveDay < :effectiveDay', named(effective));
    const happened = '(row.effectiveAt >= :effectiveStart AND row.effectiveAt < :effectiveEnd)';
    const known = recorded ? ' AND row.recordedAt < :recordedEnd' : '';
    parts.push(postingsOf(manager, of).andWhere(happened + known, named(effective, recorded)));
  }
  if (recorded) {
    days.andWhere('row.recordedDay < :recordedDay', named(undefined, recorded));
    const learnt = '(row.recordedAt >= :recordedStart AND row.recordedAt < :recordedEnd)';
    const before = effective ? ' AND row.effectiveAt < :effectiveStart' : '';
    parts.push(postingsOf(manager, of).andWhere(learnt + before, named(effective, recorded)));
  }
  const found: Raw[][] = [];
  for (const part of parts) found.push(await part.getRawMany<Raw>());
  return merged(found.flat());
}

type Raw = AccountInCurrency & {
  readonly eventType: string;
  readonly debits: string;
  readonly credits: string;
  readonly postings: string;
};

type Days = { readonly day: string; readonly start: Date; readonly end: Date };

/** The days before a time, and the part of its own day that is before it; days are of UTC. */
function daysUntil(end: Date): Days {
  const day = end.toISOString().slice(0, 10);
  return { day, start: new Date(`${day}T00:00:00.000Z`), end };
}

function named(effective?: Days, recorded?: Days): Record<string, unknown> {
  return {
    ...(effective && {
      effectiveDay: effective.day,
      effectiveStart: effective.start,
      effectiveEnd: effective.end,
    }),
    ...(recorded && {
      recordedDay: recorded.day,
      recordedStart: recorded.start,
      recordedEnd: recorded.end,
    }),
  };
}

const DAY_SUMS = {
  eventType: 'row.eventType',
  debits: 'sum(row.debits)',
  credits: 'sum(row.credits)',
  postings: 'sum(row.postings)',
};

const POSTING_SUMS = {
  eventType: 'entry.eventType',
  debits: 'coalesce(sum(row.amount) FILTER (WHERE row.amount > 0), 0)',
  credits: 'coalesce(-sum(row.amount) FILTER (WHERE row.amount < 0), 0)',
  postings: 'count(*)',
};

function postingsOf(
  manager: EntityManager,
  of: AccountInCurrency | null,
): SelectQueryBuilder<JournalPosting> {
  const rows = manager
    .createQueryBuilder(JournalPosting, 'row')
    .innerJoin(JournalEntryRow, 'entry', 'entry.entryId = row.entryId');
  return sumsOf(rows, POSTING_SUMS, of);
}

function sumsOf<Row extends ObjectLiteral>(
  rows: SelectQueryBuilder<Row>,
  { eventType, debits, credits, postings }: typeof DAY_SUMS,
  of: AccountInCurrency | null,
): SelectQueryBuilder<Row> {
  rows
    .select('row.account', 'account')
    .addSelect('row.currency', 'currency')
    .addSelect(eventType, 'eventType')
    .addSelect(debits, 'debits')
    .addSelect(credits, 'credits')
    .addSelect(postings, 'postings')
    .groupBy('row.account')
    .addGroupBy('row.currency')
    .addGroupBy(eventType);
  return of ? rows.where('row.account = :account AND row.currency = :currency', of) : rows;
}

function merged(rows: readonly Raw[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { account, currency, eventType, ...counted } of rows) {
    const key = JSON.stringify([account, currency, eventType]);
    const { debits = 0n, credits = 0n, postings = 0n } = sums.get(key) ?? {};
    sums.set(key, {
      ...{ account, currency, eventType },
      debits: debits + BigInt(counted.debits),
      credits: credits + BigInt(counted.credits),
      postings: postings + BigInt(counted.postings),
    });
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}
