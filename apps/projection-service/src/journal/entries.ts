import type { EntityManager } from 'typeorm';
import { lateFor, monthOf, readPlace, type PeriodsState } from '#journal';
import type { Plain } from '#projections';
import { pageOf, type Page } from '../lists/page.js';
import { JournalEntryRow, JournalPosting } from './journal.entity.js';
import type { EntriesQuery } from './journal.request.js';
import type { EntryResponse, PostingResponse } from './journal.response.js';

/** One page of entries, newest first, each with all of its postings. */
export async function entriesOf(
  manager: EntityManager,
  query: EntriesQuery,
  periods: PeriodsState,
): Promise<Page<EntryResponse>> {
  const { paymentId, payoutReference, account } = query;
  const entries = manager.createQueryBuilder(JournalEntryRow, 'row');
  if (paymentId !== undefined) entries.andWhere('row.paymentId = :paymentId', { paymentId });
  if (payoutReference !== undefined) {
    entries.andWhere('row.payoutReference = :payoutReference', { payoutReference });
  }
  if (account !== undefined) {
    const touching = manager
      .createQueryBuilder(JournalPosting, 'posting')
      .select('1')
      .where('posting.entryId = row.entryId AND posting.account = :account');
    entries.andWhere(`EXISTS (${touching.getQuery()})`, { account });
  }
  const order = { by: ['commit', 'prepare', 'entryId'], direction: 'DESC' } as const;
  const page = await pageOf(entries, { ...order, by: [...order.by] }, query);
  return entriesResponse(manager, page, periods);
}

/** A page of entries with their postings. */
export async function entriesResponse(
  manager: EntityManager,
  { rows, nextCursor }: Page<JournalEntryRow>,
  periods: PeriodsState,
): Promise<Page<EntryResponse>> {
  const postings = await postingsOf(manager, rows);
  const entries = rows.map((row) => entryResponse(row, postings.get(row.entryId), periods));
  return { rows: entries, nextCursor };
}

/** The postings of entries, in the order they were booked. */
export async function postingsOf(
  manager: EntityManager,
  entries: readonly Pick<JournalEntryRow, 'entryId'>[],
): Promise<ReadonlyMap<string, PostingResponse[]>> {
  const found = await manager
    .createQueryBuilder(JournalPosting, 'row')
    .where('row.entryId = ANY(:ids)', { ids: entries.map(({ entryId }) => entryId) })
    .orderBy('row.line')
    .getMany();
  const byEntry = new Map<string, PostingResponse[]>();
  for (const { entryId, account, amount, currency } of found) {
    const postings = byEntry.get(entryId) ?? [];
    postings.push({ account, amount: { amount, currency } });
    byEntry.set(entryId, postings);
  }
  return byEntry;
}

export function entryResponse(
  row: Plain<JournalEntryRow>,
  postings: PostingResponse[] | undefined,
  periods: PeriodsState,
): EntryResponse {
  const { entryId, commit, prepare, paymentId, payoutReference, lineId, eventType } = row;
  const { adjustmentId } = row;
  return {
    entryId,
    eventPosition: `${commit}/${prepare}`,
    paymentId,
    payoutReference,
    lineId,
    adjustmentId,
    eventType,
    effectiveAt: row.effectiveAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    lateFor: lateForOf(row, periods),
    postings: postings ?? [],
  };
}

function lateForOf(
  { effectiveAt, commit, prepare }: Plain<JournalEntryRow>,
  periods: PeriodsState,
): string | null {
  const month = monthOf(effectiveAt.toISOString());
  return lateFor(month, readPlace(`${commit}/${prepare}`), periods);
}
