import type { ProviderName } from '#payments';

/**
 * Where money stands, as a path: the first word is the kind, the rest says whose.
 * Accounts starting with `memo:` count promises, not money.
 */
export type Account = string & { readonly unit: 'account' };

/** An asset: what the provider took for us and has not paid out. */
export function providerPending(provider: ProviderName): Account {
  return `provider:${provider}:pending` as Account;
}

/** An asset: what the provider sent to our bank and is not known to have arrived. */
export function payoutInTransit(provider: ProviderName): Account {
  return `payout:${provider}:in-transit` as Account;
}

/** An asset: what arrived at our bank from the provider. */
export function bankFrom(provider: ProviderName): Account {
  return `bank:${provider}` as Account;
}

/** A liability: what we owe a merchant for captured payments. */
export function merchantPayable(merchantId: string): Account {
  return `merchant:${merchantId}:payable` as Account;
}

/** An expense: what a provider kept for its work. */
export function fees(provider: ProviderName): Account {
  return `fees:${provider}` as Account;
}

/** What an exchange took in one currency and gave in another; its balance is gain or loss. */
export function exchangeAt(provider: ProviderName): Account {
  return `fx:${provider}` as Account;
}

/** An asset: what the provider holds back and owes us later. */
export function reserveAt(provider: ProviderName): Account {
  return `reserve:${provider}` as Account;
}

/** What moved at the provider and no event of ours explains; a person has to. */
export function suspenseAt(provider: ProviderName): Account {
  return `suspense:${provider}` as Account;
}

/** A memorandum: what issuers hold for us at a provider. */
export function memoHeld(provider: ProviderName): Account {
  return `${MEMO}held:${provider}` as Account;
}

/** Its counterpart: for which merchant it is held. */
export function memoMerchant(merchantId: string): Account {
  return `${MEMO}merchant:${merchantId}` as Account;
}

const MEMO = 'memo:';

/** Whether an account counts promises instead of money. */
export function isMemorandum(account: string): boolean {
  return account.startsWith(MEMO);
}
