import type { ProjectionServiceTypes } from '#client';
import { Failure } from '../failure.js';
import { decimalOf } from './amounts.js';
import { PAGE_ROWS_MAX, type Journal } from './asked.js';

type Statement = ProjectionServiceTypes.StatementResponse;
export type StatementQuery = Parameters<Journal['statement']>[0]['query'];

/** How often it is read again, because something was learnt between two pages. */
const ATTEMPTS_MAX = 3;

/**
 * Every page of a statement as one. All pages have the same sums, and the last line ends at the
 * closing balance.
 *
 * @throws Failure when the account moves faster than it is read.
 */
export async function wholeStatement(journal: Journal, query: StatementQuery): Promise<Statement> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const statement = await readOnce(journal, query);
    if (statement !== null) return endsAtClosing(statement);
  }
  throw new Failure(
    `${query.account} moved while it was read; ask for one point in time with --known`,
  );
}

/** Null: the sums of two pages differ. */
async function readOnce(journal: Journal, query: StatementQuery): Promise<Statement | null> {
  const first = await journal.statement({ query: { limit: PAGE_ROWS_MAX, ...query } });
  const items = [...first.items];
  for (let cursor = first.nextCursor; cursor !== null;) {
    const page = await journal.statement({ query: { limit: PAGE_ROWS_MAX, ...query, cursor } });
    if (sumsOf(page) !== sumsOf(first)) return null;
    if (page.nextCursor === cursor) throw new TypeError('a statement leads from a page to itself');
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return { ...first, items, nextCursor: null };
}

function sumsOf({ opening, movements, closing }: Statement): string {
  return JSON.stringify([opening, movements, closing]);
}

/** @throws Failure when the lines come to something else, which no statement may hide. */
function endsAtClosing(statement: Statement): Statement {
  const { account, currency, items, opening, closing } = statement;
  const end = items.at(-1)?.balance ?? opening;
  if (end === closing) return statement;
  const [lines, sums] = [decimalOf(end, currency), decimalOf(closing, currency)];
  throw new Failure(`the lines of ${account} end at ${lines} ${currency}, its sums at ${sums}`);
}
