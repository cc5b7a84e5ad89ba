import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import {
  BEANCOUNT,
  isMemorandum,
  LEDGER,
  type BookFormat,
  type PeriodsState,
  type TextEntry,
} from '#journal';
import { Money } from '#money';
import type { Plain } from '#projections';
import { headOf, recordsOf, type Columns } from '../lists/csv.js';
import type { ExportFile } from '../lists/exports.js';
import { MEDIA_TYPES } from '../lists/formats.js';
import { cutAt } from './balances.js';
import { entryResponse, postingsOf } from './entries.js';
import { firstMsFrom } from './first-ms.js';
import { JournalAccount, JournalEntryRow } from './journal.entity.js';
import type { JournalExportQuery } from './journal.request.js';
import type { EntryResponse } from './journal.response.js';

type Entries = AsyncIterable<readonly EntryResponse[]>;
type Writer = (entries: Entries, manager: EntityManager) => AsyncIterable<string>;

const PLAIN_TEXT = 'text/plain; charset=utf-8';

const FILES = {
  beancount: { extension: 'beancount', mediaType: PLAIN_TEXT, write: booksIn(BEANCOUNT) },
  ledger: { extension: 'ledger', mediaType: PLAIN_TEXT, write: booksIn(LEDGER) },
  csv: { extension: 'csv', mediaType: MEDIA_TYPES.csv, write: csvOf },
  jsonl: { extension: 'jsonl', mediaType: MEDIA_TYPES.jsonl, write: jsonLinesOf },
} as const satisfies Record<
  JournalExportQuery['format'],
  { readonly extension: string; readonly mediaType: string; readonly write: Writer }
>;

/** The journal as a file that other programs read, the oldest entry first. */
export function journalFile(
  query: JournalExportQuery,
  periods: PeriodsState,
): ExportFile<JournalEntryRow> {
  const { extension, mediaType, write } = FILES[query.format];
  return {
    view: 'journal',
    name: 'journal',
    extension,
    mediaType,
    select: (manager) => entriesIn(manager, query),
    lines: (rows, manager) =>
      write(withPostings(rows, manager, { book: query.book ?? 'money', periods }), manager),
  };
}

function entriesIn(
  manager: EntityManager,
  query: JournalExportQuery,
): SelectQueryBuilder<JournalEntryRow> {
  const rows = manager.createQueryBuilder(JournalEntryRow, 'row');
  const { effectiveBefore, recordedBefore } = cutAt(query);
  const { recordedFrom } = query;
  if (effectiveBefore) rows.andWhere('row.effectiveAt < :effectiveBefore', { effectiveBefore });
  if (recordedBefore) rows.andWhere('row.recordedAt < :recordedBefore', { recordedBefore });
  if (recordedFrom !== undefined) {
    rows.andWhere('row.recordedAt >= :recordedFrom', { recordedFrom: firstMsFrom(recordedFrom) });
  }
  return rows.orderBy('row.commit').addOrderBy('row.prepare').addOrderBy('row.entryId');
}

async function* withPostings(
  batches: AsyncIterable<readonly Plain<JournalEntryRow>[]>,
  manager: EntityManager,
  { book, periods }: Pick<JournalExportQuery, 'book'> & { readonly periods: PeriodsState },
): Entries {
  for await (const rows of batches) {
    const postings = await postingsOf(manager, rows);
    yield rows
      .map((row) => entryResponse(row, postings.get(row.entryId), periods))
      .map((entry) => (book === 'all' ? entry : withoutMemorandum(entry)))
      .filter((entry) => entry.postings.length > 0);
  }
}

/** A memorandum balances in itself, so that what is left does too. */
function withoutMemorandum({ postings, ...entry }: EntryResponse): EntryResponse {
  return { ...entry, postings: postings.filter(({ account }) => !isMemorandum(account)) };
}

function booksIn({ head, entry }: BookFormat): Writer {
  return async function* (entries, manager) {
    const known = await manager.find(JournalAccount, { order: { account: 'ASC' } });
    yield head({
      accounts: [...new Set(known.map(({ account }) => account))],
      currencies: [...new Set(known.map(({ currency }) => currency))].sort(),
    });
    for await (const some of entries) yield some.map((each) => entry(textEntryOf(each))).join('');
  };
}

function textEntryOf({ postings, ...entry }: EntryResponse): TextEntry {
  const amounts = postings.map(({ account, amount: { amount, currency } }) => ({
    account,
    amount: Money.of(BigInt(amount), currency),
  }));
  return { ...entry, postings: amounts };
}

async function* jsonLinesOf(entries: Entries): AsyncGenerator<string> {
  for await (const some of entries) {
    yield some.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  }
}

type Line = Omit<TextEntry, 'postings'> & TextEntry['postings'][number];

const COLUMNS: Columns<Line> = {
  entryId: ({ entryId }) => entryId,
  eventPosition: ({ eventPosition }) => eventPosition,
  eventType: ({ eventType }) => eventType,
  effectiveAt: ({ effectiveAt }) => effectiveAt,
  recordedAt: ({ recordedAt }) => recordedAt,
  paymentId: ({ paymentId }) => paymentId,
  payoutReference: ({ payoutReference }) => payoutReference,
  lineId: ({ lineId }) => lineId,
  adjustmentId: ({ adjustmentId }) => adjustmentId,
  lateFor: ({ lateFor }) => lateFor,
  account: ({ account }) => account,
  currency: ({ amount }) => amount.currency,
  amountMinor: ({ amount }) => amount.minorUnits,
  amount: ({ amount }) => amount.toDecimal(),
};

async function* csvOf(entries: Entries): AsyncGenerator<string> {
  yield headOf(COLUMNS);
  for await (const some of entries) {
    const lines = some
      .map(textEntryOf)
      .flatMap(({ postings, ...entry }): Line[] =>
        postings.map((posting) => ({ ...entry, ...posting })),
      );
    yield recordsOf(COLUMNS, lines);
  }
}
