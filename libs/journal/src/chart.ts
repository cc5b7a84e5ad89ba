/** What an account is to us, as accountants class it. */
export type AccountClass = 'asset' | 'liability' | 'expense' | 'equity' | 'memorandum';

type Kind = {
  readonly class: AccountClass;
  readonly of: 'provider' | 'merchant';
  /** What stands before and after the name of the provider or merchant. */
  readonly path: readonly [before: string, after: string];
  /** What its balance says; debits are positive. */
  readonly holds: string;
};

/**
 * The chart of accounts: every kind of account there is. Memorandum accounts count promises, not
 * money.
 */
export const CHART = {
  pending: {
    class: 'asset',
    of: 'provider',
    path: ['provider:', ':pending'],
    holds: 'what the provider took for us and has not paid out',
  },
  'in-transit': {
    class: 'asset',
    of: 'provider',
    path: ['payout:', ':in-transit'],
    holds: 'what the provider sent to our bank and is not known to have arrived',
  },
  bank: {
    class: 'asset',
    of: 'provider',
    path: ['bank:', ''],
    holds: 'what arrived at our bank from the provider',
  },
  reserve: {
    class: 'asset',
    of: 'provider',
    path: ['reserve:', ''],
    holds: 'what the provider holds back and owes us later',
  },
  suspense: {
    class: 'asset',
    of: 'provider',
    path: ['suspense:', ''],
    holds: 'what moved at the provider and no event of ours explains, with the sign turned',
  },
  payable: {
    class: 'liability',
    of: 'merchant',
    path: ['merchant:', ':payable'],
    holds: 'what we owe the merchant for captured payments, as a credit',
  },
  fees: {
    class: 'expense',
    of: 'provider',
    path: ['fees:', ''],
    holds: 'what the provider kept for its work',
  },
  'write-off': {
    class: 'expense',
    of: 'provider',
    path: ['write-off:', ''],
    holds: 'what a person gave up on, as a difference with the provider that is not worth the work',
  },
  rounding: {
    class: 'expense',
    of: 'provider',
    path: ['rounding:', ''],
    holds: 'what roundings of the provider cost, as of an exchange',
  },
  'bank-charges': {
    class: 'expense',
    of: 'provider',
    path: ['bank-charges:', ''],
    holds: 'what our bank kept of payouts of the provider',
  },
  exchange: {
    class: 'equity',
    of: 'provider',
    path: ['fx:', ''],
    holds: 'what an exchange gave in one currency and took in another: together its gain or loss',
  },
  'memorandum-held': {
    class: 'memorandum',
    of: 'provider',
    path: ['memo:held:', ''],
    holds: 'what issuers hold for us at the provider',
  },
  'memorandum-merchant': {
    class: 'memorandum',
    of: 'merchant',
    path: ['memo:merchant:', ''],
    holds: 'for which merchant it is held, as a credit',
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type AccountKind = keyof typeof CHART;

/** Where an account stands in the chart: its kind, and whose it is. */
export type ChartPlace = { readonly kind: AccountKind; readonly owner: string };

/** @throws RangeError for what is no account of the chart. */
export function placeInChart(account: string): ChartPlace {
  for (const [kind, { path }] of Object.entries(CHART)) {
    const [before, after] = path;
    const owner = account.slice(before.length, account.length - after.length);
    if (account === `${before}${owner}${after}` && owner !== '') {
      return { kind: kind as AccountKind, owner };
    }
  }
  throw new RangeError(`${account} is no account of the chart`);
}
