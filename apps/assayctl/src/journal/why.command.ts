import type { Command } from 'commander';
import type { ProjectionServiceTypes } from '#client';
import type { Connection } from '../connection.js';
import { table } from '../table.js';
import { decimalOf, inColumns } from './amounts.js';
import {
  asked,
  asOf,
  PAGE_ROWS_MAX,
  printJson,
  type Pages,
  type Times,
  type Told,
} from './asked.js';
import { withTimes } from './balances.command.js';
import { subjectOf } from './entries.command.js';
import { pageRows } from './page-rows.js';
import { currencyOf } from './statement.command.js';
import type { StatementQuery } from './whole-statement.js';

type Why = ProjectionServiceTypes.WhyResponse;

/** What a balance comes from, down to commands: `journal why`. */
export function whyCommand(command: Command, connect: () => Connection): void {
  withTimes(command)
    .option('--limit <n>', `rows of a page, at most ${PAGE_ROWS_MAX}`, pageRows)
    .option('--cursor <cursor>', 'go on behind an earlier page')
    .argument('<account>', 'as `assayctl journal accounts` lists it')
    .argument('<currency>', 'as EUR', currencyOf)
    .option('--json', 'print the answer of the service')
    .action(
      async (
        account: string,
        currency: StatementQuery['currency'],
        { json, known, effective, ...pages }: Told & Times & Pages,
      ) => {
        const times = asOf({ ...(known && { known }), ...(effective && { effective }) });
        const query = { account, currency, ...pages, ...times };
        const answer = await asked(connect(), (journal) => journal.why({ query }));
        if (json) printJson(answer);
        else process.stdout.write(whyText(answer));
      },
    );
}

function whyText({
  account,
  currency,
  balance,
  movements,
  items,
  nextCursor,
  position,
}: Why): string {
  const text = (minorUnits: string): string => decimalOf(minorUnits, currency);
  const kinds = movements.map(({ eventType, postings, debits, credits, change }) => [
    eventType,
    String(postings),
    text(debits),
    text(credits),
    text(change),
  ]);
  const lines = items.map(({ effectiveAt, eventType, entryId, amount, cause, ...subject }) => [
    effectiveAt,
    eventType,
    subjectOf(subject),
    ...inColumns(amount, text),
    entryId,
    cause?.actor ?? cause?.client ?? 'the event is not there',
  ]);
  const more = nextCursor === null ? '' : `more: --cursor ${nextCursor}\n`;
  return [
    `${account} is at ${text(balance)} ${currency}, as of position ${position}\n`,
    table([['by kind of event', 'postings', 'debits', 'credits', 'change'], ...kinds]),
    table([['effective at', 'event', 'of', 'debit', 'credit', 'event id', 'by'], ...lines]) + more,
  ].join('\n');
}
