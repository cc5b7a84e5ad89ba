import type { BalanceTransaction, Metadata } from '../records.js';

export type DisputeStatus =
  | 'warning_needs_response'
  | 'warning_under_review'
  | 'warning_closed'
  | 'needs_response'
  | 'under_review'
  | 'won'
  | 'lost';

export type StripeDispute = {
  readonly id: string;
  readonly charge: string;
  readonly payment: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: DisputeStatus;
  readonly reason: string;
  readonly created: number;
  readonly metadata: Metadata;
  readonly evidence: Readonly<Record<string, string>>;
  readonly submissions: number;
  /** Unix seconds; without an answer by then it is lost. */
  readonly dueBy: number;
  /** What it took and gave back so far; none as long as it is an inquiry. */
  readonly movements: readonly BalanceTransaction[];
  /** How the bank will decide, when the evidence was one of Stripe's test texts. */
  readonly outcome: 'won' | 'lost' | null;
};
