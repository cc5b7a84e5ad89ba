import { Option, type Command } from 'commander';
import type { ProjectionServiceTypes } from '#client';
import type { Connection } from '../connection.js';
import { table } from '../table.js';
import { inColumns, moneyOf } from './amounts.js';
import { asked, PAGE_ROWS_MAX, printJson, type Journal, type Pages, type Told } from './asked.js';
import { pageRows } from './page-rows.js';

type Entry = ProjectionServiceTypes.EntryResponse;
type Filters = {
  readonly paymentId?: string;
  readonly payoutReference?: string;
  readonly account?: string;
};
type Entries = { readonly items: readonly Entry[]; readonly nextCursor: string | null };

const HEADING = ['recorded at', 'effective at', 'event', 'of', 'account', 'debit', 'credit'];

/** Entries, newest first, each with its postings: `journal entries`. */
export function entriesCommand(command: Command, connect: () => Connection): void {
  withPages(command)
    .option('--payment-id <id>', 'of this payment')
    .option('--payout-reference <reference>', 'of this payout, by its id at the provider')
    .option('--account <name>', 'that touch this account, as provider:stripe:pending')
    .option('--json', 'print the answer of the service')
    .action(async ({ json, all, ...query }: Told & Pages & Filters) => {
      const answer = await asked(connect(), (journal) =>
        all ? everyEntry(journal, query) : journal.entries({ query }),
      );
      if (json) printJson(answer);
      else process.stdout.write(entriesText(answer));
    });
}

/** Options of what comes in pages. */
export function withPages(command: Command): Command {
  return command
    .option('--limit <n>', `rows of a page, at most ${PAGE_ROWS_MAX}`, pageRows)
    .option('--cursor <cursor>', 'go on behind an earlier page')
    .addOption(new Option('--all', 'every page, one after the other').conflicts('cursor'));
}

async function everyEntry(journal: Journal, filters: Filters): Promise<Entries> {
  const items: Entry[] = [];
  const query = { limit: PAGE_ROWS_MAX, ...filters };
  for await (const entry of journal.entriesEach({ query })) items.push(entry);
  return { items, nextCursor: null };
}

/** A line for each posting; what is the same for all of an entry stands in the first. */
function entriesText({ items, nextCursor }: Entries): string {
  const rows = items.flatMap((entry) =>
    entry.postings.map(({ account, amount: { amount, currency } }, index) => [
      ...(index === 0 ? headOf(entry) : ['', '', '', '']),
      account,
      ...inColumns(amount, (minorUnits) => moneyOf(minorUnits, currency)),
    ]),
  );
  const more = nextCursor === null ? '' : `more: --cursor ${nextCursor}\n`;
  return table([HEADING, ...rows]) + more;
}

function headOf({ recordedAt, effectiveAt, eventType, ...entry }: Entry): string[] {
  return [recordedAt, effectiveAt, eventType, subjectOf(entry)];
}

/** What money moved for: a payment, a payout, or a line of the provider's books. */
export function subjectOf(
  entry: Pick<Entry, 'paymentId' | 'payoutReference' | 'lineId' | 'adjustmentId'>,
): string {
  return entry.paymentId ?? entry.payoutReference ?? entry.lineId ?? entry.adjustmentId ?? '';
}
