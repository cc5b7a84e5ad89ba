import type { ProviderName } from '#payments';
import type { Adjustment, Purpose } from '#reconciliation';
import {
  exchangeAt,
  fees,
  providerPending,
  reserveAt,
  suspenseAt,
  type Account,
} from './account.js';
import { transfer, type Posting } from './posting.js';

const ACCOUNTS: Readonly<Record<Purpose, (provider: ProviderName) => Account>> = {
  fees,
  fx: exchangeAt,
  reserve: reserveAt,
  suspense: suspenseAt,
};

/** Brings the provider's account to what its books say, against the account of each purpose. */
export function adjusting(adjustments: readonly Adjustment[], provider: ProviderName): Posting[] {
  return adjustments.flatMap(({ purpose, amount }) =>
    transfer(amount, ACCOUNTS[purpose](provider), providerPending(provider)),
  );
}
