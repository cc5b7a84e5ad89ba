import type { ProviderName } from '#payments';
import { CHART, type AccountKind } from './chart.js';

/**
 * Where money stands, as a path: the first word is the kind, the rest says whose. The chart says
 * what each is.
 */
export type Account = string & { readonly unit: 'account' };

export function providerPending(provider: ProviderName): Account {
  return accountOf('pending', provider);
}

export function payoutInTransit(provider: ProviderName): Account {
  return accountOf('in-transit', provider);
}

export function bankFrom(provider: ProviderName): Account {
  return accountOf('bank', provider);
}

export function merchantPayable(merchantId: string): Account {
  return accountOf('payable', merchantId);
}

export function fees(provider: ProviderName): Account {
  return accountOf('fees', provider);
}

export function exchangeAt(provider: ProviderName): Account {
  return accountOf('exchange', provider);
}

export function reserveAt(provider: ProviderName): Account {
  return accountOf('reserve', provider);
}

export function suspenseAt(provider: ProviderName): Account {
  return accountOf('suspense', provider);
}

export function writtenOffAt(provider: ProviderName): Account {
  return accountOf('write-off', provider);
}

export function memoHeld(provider: ProviderName): Account {
  return accountOf('memorandum-held', provider);
}

export function memoMerchant(merchantId: string): Account {
  return accountOf('memorandum-merchant', merchantId);
}

function accountOf(kind: AccountKind, owner: string): Account {
  const [before, after] = CHART[kind].path;
  return `${before}${owner}${after}` as Account;
}

/** Whether an account counts promises instead of money. */
export function isMemorandum(account: string): boolean {
  return account.startsWith('memo:');
}
