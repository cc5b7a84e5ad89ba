import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { cursorOf, placeOf, type Listing } from '../lists/cursor.js';
import { LIMIT_DEFAULT } from '../lists/page.request.js';
import { cutAt } from './balances.js';
import { firstMsFrom } from './first-ms.js';
import { JournalEntryRow, JournalPosting } from './journal.entity.js';
import type { StatementQuery } from './journal.request.js';
import type { MovementResponse, StatementLine, StatementResponse } from './journal.response.js';
import { sumsAt, type Cut, type Sum } from './sums.js';

/** Why an account stands where it does: where it began, what moved it, and each posting. */
export async function statementOf(
  manager: EntityManager,
  query: StatementQuery,
): Promise<Omit<StatementResponse, 'position'>> {
  const { account, currency, from, to, asOfRecorded } = query;
  const known: Cut = cutAt(asOfRecorded === undefined ? {} : { asOfRecorded });
  const until: Cut = to === undefined ? {} : { effectiveBefore: firstMsFrom(to) };
  const opening = from === undefined ? [] : await sumsIn({ ...known, ...startOf(from) });
  const closing = await sumsIn({ ...known, ...until });
  const late = asOfRecorded === undefined ? null : minus(await sumsIn(until), closing);
  const page = await linesOf(manager, query, balanceOf(opening));
  return {
    ...{ account, currency },
    opening: balanceOf(opening).toString(),
    movements: minus(closing, opening).map(movement),
    closing: balanceOf(closing).toString(),
    learntLater: late && late.map(movement),
    ...page,
  };

  function sumsIn(cut: Cut): Promise<Sum[]> {
    return sumsAt(manager, cut, { account, currency });
  }
}

function startOf(from: string): Cut {
  return { effectiveBefore: firstMsFrom(from) };
}

function balanceOf(sums: readonly Sum[]): bigint {
  return sums.reduce((balance, { debits, credits }) => balance + debits - credits, 0n);
}

/** What the one has beyond the other, which is part of it. */
function minus(all: readonly Sum[], part: readonly Sum[]): Sum[] {
  return all
    .map((sum) => {
      const less = part.find(({ eventType }) => eventType === sum.eventType);
      return {
        ...sum,
        debits: sum.debits - (less?.debits ?? 0n),
        credits: sum.credits - (less?.credits ?? 0n),
        postings: sum.postings - (less?.postings ?? 0n),
      };
    })
    .filter(({ postings }) => postings > 0n);
}

function movement({ eventType, postings, debits, credits }: Sum): MovementResponse {
  return {
    eventType,
    postings: Number(postings),
    debits: debits.toString(),
    credits: credits.toString(),
    change: (debits - credits).toString(),
  };
}

/** Where a page ended, and the balance there, from which the next goes on. */
const PLACE = ['timestamptz', 'uuid', 'smallint', 'numeric'];

/** One page of postings, each with the balance after it, the first to happen first. */
async function linesOf(
  manager: EntityManager,
  query: StatementQuery,
  opening: bigint,
): Promise<Pick<StatementResponse, 'items' | 'nextCursor'>> {
  const { account, currency, from, to, asOfRecorded, limit = LIMIT_DEFAULT, cursor } = query;
  const filter = { account, currency, from, to, asOfRecorded };
  const list: Listing = { name: 'statement', types: PLACE, filter };
  const rows = postingsIn(manager, query);
  let balance = opening;
  if (cursor !== undefined) {
    const [at, entryId, line, before] = placeOf(cursor, list);
    balance = BigInt(before ?? 0);
    rows.andWhere('(row.effectiveAt, row.entryId, row.line) > (:at, :entryId, :line)', {
      ...{ at, entryId, line },
    });
  }
  const found = await rows.limit(limit + 1).getRawMany<Line>();
  const items = found.slice(0, limit).map((line): StatementLine => {
    balance += BigInt(line.amount);
    return lineOf(line, balance);
  });
  const last = found[limit - 1];
  const more = found.length > limit && last !== undefined;
  const place = more && [last.effectiveAt, last.entryId, last.line, balance];
  return { items, nextCursor: place ? cursorOf(list, place) : null };
}

type Line = {
  readonly entryId: string;
  readonly line: number;
  readonly commit: string;
  readonly prepare: string;
  readonly eventType: string;
  readonly paymentId: string | null;
  readonly payoutReference: string | null;
  readonly lineId: string | null;
  readonly adjustmentId: string | null;
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
  readonly amount: string;
};

const ENTRY_FIELDS = [
  'commit',
  'prepare',
  'eventType',
  'paymentId',
  'payoutReference',
  'lineId',
  'adjustmentId',
] as const;

function postingsIn(
  manager: EntityManager,
  { account, currency, from, to, asOfRecorded }: StatementQuery,
): SelectQueryBuilder<JournalPosting> {
  const rows = manager
    .createQueryBuilder(JournalPosting, 'row')
    .innerJoin(JournalEntryRow, 'entry', 'entry.entryId = row.entryId')
    .select([]);
  for (const field of ['entryId', 'line', 'effectiveAt', 'recordedAt', 'amount']) {
    rows.addSelect(`row.${field}`, field);
  }
  for (const field of ENTRY_FIELDS) rows.addSelect(`entry.${field}`, field);
  rows.where('row.account = :account AND row.currency = :currency', { account, currency });
  const { recordedBefore } = cutAt(asOfRecorded === undefined ? {} : { asOfRecorded });
  if (from !== undefined) rows.andWhere('row.effectiveAt >= :from', { from: firstMsFrom(from) });
  if (to !== undefined) rows.andWhere('row.effectiveAt < :to', { to: firstMsFrom(to) });
  if (recordedBefore) rows.andWhere('row.recordedAt < :recordedBefore', { recordedBefore });
  return rows.orderBy('row.effectiveAt').addOrderBy('row.entryId').addOrderBy('row.line');
}

function lineOf(line: Line, balance: bigint): StatementLine {
  const { entryId, commit, prepare, eventType, paymentId, payoutReference, lineId, amount } = line;
  const { adjustmentId } = line;
  return {
    entryId,
    eventPosition: `${commit}/${prepare}`,
    eventType,
    paymentId,
    payoutReference,
    lineId,
    adjustmentId,
    effectiveAt: line.effectiveAt.toISOString(),
    recordedAt: line.recordedAt.toISOString(),
    amount,
    balance: balance.toString(),
  };
}
