import type { Verdict } from '#payments';
import type { JudgedPayment } from './decide.js';

/** One payment of the past: what was decided then, and what became known since. */
export type PastPayment = JudgedPayment & {
  readonly verdict: Verdict;
  readonly amountEur: number;
  /** Null: unknown, as of what was declined. */
  readonly fraud: boolean | null;
};
