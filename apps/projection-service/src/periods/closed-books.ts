import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { endOf, readPlace, type ClosedBooks, type Month } from '#journal';
import { balancesIn, trialBalanceOf } from '../journal/balances.js';
import { JournalEntryRow } from '../journal/journal.entity.js';
import type { AccountResponse } from '../journal/journal.response.js';
import type { UpTo } from '../journal/sums.js';

const DAY_MS = 86_400_000;

export type Books = ClosedBooks & { readonly items: readonly AccountResponse[] };

/** What every account stood at, at the end of a period, by all that was booked up to a place. */
export async function booksAt(
  manager: EntityManager,
  period: Month,
  { position, knownAt }: Pick<ClosedBooks, 'position' | 'knownAt'>,
): Promise<Books> {
  const items =
    knownAt === null
      ? []
      : await balancesIn(manager, {
          effectiveBefore: new Date(endOf(period)),
          upTo: upToOf(position, knownAt),
        });
  const trialBalance = trialBalanceOf(items).map(({ currency, book, debits, credits }) => ({
    ...{ currency, book, debits, credits },
  }));
  const digest = digestOf(items);
  return { position, knownAt, digest, accounts: items.length, trialBalance, items };
}

/** The last of the entries that are booked by now; null while there is none. */
export async function lastKnownAt(manager: EntityManager): Promise<string | null> {
  const last = await manager
    .createQueryBuilder(JournalEntryRow, 'row')
    .orderBy('row.commit', 'DESC')
    .addOrderBy('row.prepare', 'DESC')
    .limit(1)
    .getOne();
  return last?.recordedAt.toISOString() ?? null;
}

/** A clock of the store may go back, but not by a day. */
function upToOf(position: string, knownAt: string): UpTo {
  return { place: readPlace(position), daysBefore: new Date(Date.parse(knownAt) - DAY_MS) };
}

/** SHA-256 of the accounts in the order of their currencies and names. */
export function digestOf(accounts: readonly AccountResponse[]): string {
  const rows = accounts
    .map(({ account, currency, debits, credits }) => [currency, account, debits, credits])
    .sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
