import type { Metadata } from '../records.js';

/** Money on its way from the balance to the merchant's bank. */
export type StripePayout = {
  readonly id: string;
  readonly status: 'in_transit' | 'paid' | 'failed';
  readonly amount: number;
  readonly currency: string;
  readonly created: number;
  readonly arrivalDate: number;
  /** Only automatic ones name the balance transactions that they pay out. */
  readonly automatic: boolean;
  readonly description: string | null;
  readonly metadata: Metadata;
  readonly balanceTransaction: string;
  readonly failureBalanceTransaction: string | null;
  /** The balance transactions in it: ids after the first and up to the second. */
  readonly covers: { readonly after: string; readonly upTo: string } | null;
};
