import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Place } from '#journal';
import { JournalDay, JournalEntryRow, JournalPosting } from './journal.entity.js';

/**
 * What had happened, and what was known of it, before two times; either may be left open. What was
 * known can be said by a place in the store instead, which is exact where times are not.
 */
export type Cut = {
  readonly effectiveBefore?: Date;
  readonly recordedBefore?: Date;
  readonly upTo?: UpTo;
};

/** All up to a place, itself included; what was recorded days before it surely is. */
export type UpTo = { readonly place: Place; readonly daysBefore: Date };

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
  cut: Cut,
  of: AccountInCurrency | null = null,
): Promise<Sum[]> {
  const { effective, recorded, inTime, bounds } = boundsOf(cut);
  const days = sumsOf(manager.createQueryBuilder(JournalDay, 'row'), DAY_SUMS, of);
  const parts: { getRawMany<Row>(): Promise<Row[]> }[] = [days];
  if (effective) {
    days.andWhere('row.effectiveDay < :effectiveDay', bounds);
    const happened = '(row.effectiveAt >= :effectiveStart AND row.effectiveAt < :effectiveEnd)';
    const both = recorded ? `${happened} AND ${inTime}` : happened;
    parts.push(postingsOf(manager, of).andWhere(both, bounds));
  }
  if (recorded) {
    days.andWhere('row.recordedDay < :recordedDay', bounds);
    const learnt = `(row.recordedAt >= :recordedStart AND ${inTime})`;
    const before = effective ? ' AND row.effectiveAt < :effectiveStart' : '';
    parts.push(postingsOf(manager, of).andWhere(learnt + before, bounds));
  }
  const found: Raw[][] = [];
  for (const part of parts) found.push(await part.getRawMany<Raw>());
  return merged(found.flat());
}

type Bounds = {
  readonly effective: Days | undefined;
  readonly recorded: Days | undefined;
  /** Whether a posting of the days that the cut goes through was known. */
  readonly inTime: string;
  /** What the conditions name. */
  readonly bounds: Readonly<Record<string, unknown>>;
};

function boundsOf({ effectiveBefore, recordedBefore, upTo }: Cut): Bounds {
  const effective = effectiveBefore && daysUntil(effectiveBefore);
  const known = upTo?.daysBefore ?? recordedBefore;
  const recorded = known && daysUntil(known);
  const place = upTo && {
    commit: upTo.place.commit.toString(),
    prepare: upTo.place.prepare.toString(),
  };
  const inTime = upTo ? UP_TO : 'row.recordedAt < :recordedEnd';
  return { effective, recorded, inTime, bounds: { ...named(effective, recorded), ...place } };
}

const UP_TO = '(entry.commit, entry.prepare) <= (:commit, :prepare)';

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
