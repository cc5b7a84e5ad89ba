import type { EntityManager } from 'typeorm';
import { isMemorandum } from '#journal';
import { JournalAccount, JournalPosting } from './journal.entity.js';
import type { BalancesQuery } from './journal.request.js';
import type { AccountResponse, TrialBalanceLine } from './journal.response.js';

type AsOf = Pick<BalancesQuery, 'asOfEffective' | 'asOfRecorded'>;

type Sums = Omit<AccountResponse, 'balance'>;

/** What every account stands at: now, or from the postings that had happened and were known. */
export async function balancesAt(manager: EntityManager, asOf: AsOf): Promise<AccountResponse[]> {
  const past = asOf.asOfEffective !== undefined || asOf.asOfRecorded !== undefined;
  const sums = past ? await sumPostings(manager, asOf) : await currentSums(manager);
  return sums.map(({ account, currency, debits, credits }) => {
    const balance = (BigInt(debits) - BigInt(credits)).toString();
    return { account, currency, debits, credits, balance };
  });
}

function currentSums(manager: EntityManager): Promise<Sums[]> {
  return manager.find(JournalAccount, { order: { account: 'ASC', currency: 'ASC' } });
}

function sumPostings(
  manager: EntityManager,
  { asOfEffective, asOfRecorded }: AsOf,
): Promise<Sums[]> {
  const postings = manager
    .createQueryBuilder(JournalPosting, 'row')
    .select('row.account', 'account')
    .addSelect('row.currency', 'currency')
    .addSelect('coalesce(sum(row.amount) FILTER (WHERE row.amount > 0), 0)', 'debits')
    .addSelect('coalesce(-sum(row.amount) FILTER (WHERE row.amount < 0), 0)', 'credits')
    .groupBy('row.account')
    .addGroupBy('row.currency')
    .orderBy('row.account')
    .addOrderBy('row.currency');
  if (asOfEffective !== undefined) {
    postings.andWhere('row.effectiveAt <= :asOfEffective', { asOfEffective });
  }
  if (asOfRecorded !== undefined) {
    postings.andWhere('row.recordedAt <= :asOfRecorded', { asOfRecorded });
  }
  return postings.getRawMany<Sums>();
}

/** Adds accounts up per currency, money apart from promises of money. */
export function trialBalanceOf(accounts: readonly AccountResponse[]): TrialBalanceLine[] {
  const lines = new Map<string, TrialBalanceLine>();
  for (const { account, currency, debits, credits } of accounts) {
    const book = isMemorandum(account) ? 'memorandum' : 'money';
    const known = lines.get(`${currency} ${book}`);
    const debited = BigInt(known?.debits ?? 0) + BigInt(debits);
    const credited = BigInt(known?.credits ?? 0) + BigInt(credits);
    lines.set(`${currency} ${book}`, {
      currency,
      book,
      debits: debited.toString(),
      credits: credited.toString(),
      difference: (debited - credited).toString(),
    });
  }
  return [...lines.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}
