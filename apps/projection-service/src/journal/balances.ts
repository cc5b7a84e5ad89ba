import type { EntityManager } from 'typeorm';
import { isMemorandum } from '#journal';
import { JournalAccount } from './journal.entity.js';
import type { BalancesQuery } from './journal.request.js';
import type { AccountResponse, TrialBalanceLine } from './journal.response.js';
import { sumsAt, type Cut, type Sum } from './sums.js';

type AsOf = Pick<BalancesQuery, 'asOfEffective' | 'asOfRecorded'>;

/** What every account stands at: now, or from the postings that had happened and were known. */
export async function balancesAt(manager: EntityManager, asOf: AsOf): Promise<AccountResponse[]> {
  const past = asOf.asOfEffective !== undefined || asOf.asOfRecorded !== undefined;
  return past ? balancesIn(manager, cutAt(asOf)) : balancesOf(await currentSums(manager));
}

/** What every account stood at, from the postings inside a cut. */
export async function balancesIn(manager: EntityManager, cut: Cut): Promise<AccountResponse[]> {
  return balancesOf(await sumsAt(manager, cut));
}

function balancesOf(sums: readonly AccountSum[]): AccountResponse[] {
  const accounts = new Map<string, { debits: bigint; credits: bigint }>();
  for (const { account, currency, debits, credits } of sums) {
    const key = `${currency} ${account}`;
    const known = accounts.get(key) ?? { debits: 0n, credits: 0n };
    accounts.set(key, { debits: known.debits + debits, credits: known.credits + credits });
  }
  return [...accounts].map(([key, { debits, credits }]) => ({
    account: key.slice(4),
    currency: key.slice(0, 3),
    debits: debits.toString(),
    credits: credits.toString(),
    balance: (debits - credits).toString(),
  }));
}

/** Times of a query include themselves; times are kept to the millisecond. */
export function cutAt({ asOfEffective, asOfRecorded }: AsOf): Cut {
  return {
    ...(asOfEffective !== undefined && { effectiveBefore: after(asOfEffective) }),
    ...(asOfRecorded !== undefined && { recordedBefore: after(asOfRecorded) }),
  };
}

function after(time: string): Date {
  return new Date(Date.parse(time) + 1);
}

type AccountSum = Pick<Sum, 'account' | 'currency' | 'debits' | 'credits'>;

async function currentSums(manager: EntityManager): Promise<AccountSum[]> {
  const rows = await manager.find(JournalAccount, { order: { account: 'ASC', currency: 'ASC' } });
  return rows.map(({ account, currency, debits, credits }) => ({
    ...{ account, currency },
    debits: BigInt(debits),
    credits: BigInt(credits),
  }));
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
