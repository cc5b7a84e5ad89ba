import type { Verdict } from '#payments';
import type { Judged } from './decide.js';

/** One payment of the past: what was decided then, and what became known since. */
export type PastPayment = Judged & {
  readonly verdict: Verdict;
  readonly amountEur: number;
  /** Null: nobody knows, as of what was declined. */
  readonly fraud: boolean | null;
};
