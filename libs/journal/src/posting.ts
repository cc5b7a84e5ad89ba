import { sumsByCurrency, type Money } from '#money';
import type { Account } from './account.js';

/** One line of an entry. Debits are positive, credits negative. */
export type Posting = { readonly account: Account; readonly amount: Money };

/** Debits one account and credits another. */
export function transfer(amount: Money, from: Account, to: Account): Posting[] {
  return [
    { account: to, amount },
    { account: from, amount: amount.negated() },
  ];
}

/** One posting per account and currency; what comes to nothing is left out. */
export function netOf(postings: readonly Posting[]): Posting[] {
  const accounts = new Map<Account, Money[]>();
  for (const { account, amount } of postings) {
    accounts.set(account, [...(accounts.get(account) ?? []), amount]);
  }
  return [...accounts].flatMap(([account, amounts]) =>
    sumsByCurrency(amounts).map((amount) => ({ account, amount })),
  );
}
