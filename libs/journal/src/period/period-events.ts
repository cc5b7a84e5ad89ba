import { upcastOf, type EventShape } from '#event-shapes';
import type { Instant } from '#payments';
import type { Month } from './month.js';

/** What is looked at before a period is closed; names are API. */
export const CHECKLIST_ITEMS = [
  'views',
  'set-aside',
  'trial-balance',
  'reconciliation',
  'expected',
  'adjustments',
  'provider-balances',
] as const;

export type ChecklistItemName = (typeof CHECKLIST_ITEMS)[number];

/** `unknown` is never as good as done. */
export type ChecklistStatus = 'done' | 'open' | 'unknown';

export type ChecklistItem = {
  readonly item: ChecklistItemName;
  readonly status: ChecklistStatus;
  /** How much is open; null while that is not known. */
  readonly count: number | null;
  readonly detail: string;
  /** Whether a reason lets the period be closed although it is not done. */
  readonly explainable: boolean;
  /** Why it was closed all the same; null where it was not explained. */
  readonly explanation: string | null;
};

/** Debits and credits of one currency, in minor units as digits. */
export type ClosedBalance = {
  readonly currency: string;
  readonly book: 'money' | 'memorandum';
  readonly debits: string;
  readonly credits: string;
};

/** What the books were when a period was closed: enough to find them again and prove it. */
export type ClosedBooks = {
  /** How far the journal was, as in `1042/1042`: what it did not have then is late. */
  readonly position: string;
  /** When the last of its entries was recorded; null while there was none. */
  readonly knownAt: Instant | null;
  /** SHA-256 of what every account stood at, at the end of the period. */
  readonly digest: string;
  readonly accounts: number;
  readonly trialBalance: readonly ClosedBalance[];
};

export type PeriodClosed = EventShape<
  'PeriodClosed',
  ClosedBooks & {
    period: Month;
    checklist: readonly ChecklistItem[];
    closedBy: string;
    closedAt: Instant;
  }
>;

/** It changes nothing until a second person agrees. */
export type PeriodReopeningProposed = EventShape<
  'PeriodReopeningProposed',
  { period: Month; reason: string; proposedBy: string; proposedAt: Instant }
>;

export type PeriodReopeningWithdrawn = EventShape<
  'PeriodReopeningWithdrawn',
  { period: Month; note: string; withdrawnBy: string; withdrawnAt: Instant }
>;

/** From here on entries of the period are its own again. */
export type PeriodReopened = EventShape<
  'PeriodReopened',
  { period: Month; reason: string; proposedBy: string; approvedBy: string; reopenedAt: Instant }
>;

export type PeriodEvent =
  PeriodClosed | PeriodReopeningProposed | PeriodReopeningWithdrawn | PeriodReopened;

/** Where all periods of the ledger are closed and reopened. */
export const PERIODS_STREAM = 'journal-periods';

/** @throws UnknownEvent for a type that is not a period's. */
export const upcastPeriod = upcastOf<PeriodEvent>('period', {
  PeriodClosed: { personal: { closedBy: 'staff' } },
  PeriodReopeningProposed: { personal: { proposedBy: 'staff', reason: 'unsealed' } },
  PeriodReopeningWithdrawn: { personal: { withdrawnBy: 'staff', note: 'unsealed' } },
  PeriodReopened: {
    personal: { proposedBy: 'staff', approvedBy: 'staff', reason: 'unsealed' },
  },
});
