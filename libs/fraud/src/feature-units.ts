import { HORIZON_SECONDS, type InitiatedPayment } from './feature-state.js';
import { History, type Totals } from './history.js';
import { DAY } from './instant.js';

/** The payment a vector is computed for, in the units of the features. */
export type Current = {
  readonly facts: InitiatedPayment;
  readonly at: number;
  readonly euro: number;
};

export const NO_HISTORY = new History();

const RATIO_MAX = 1000;

/** Amounts under one euro count as one euro, so that cents do not make huge ratios. */
export function ratio(euro: number, reference: number): number {
  return Math.min(RATIO_MAX, Math.max(euro, 1) / Math.max(reference, 1));
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

export function days(seconds: number): number {
  return Math.max(0, Math.min(seconds, HORIZON_SECONDS)) / DAY;
}

/** Since the last known fraud of 67 days, if there was one in the last 60. */
export function sinceFraudDays(history: History, { frauds }: Totals, at: number): number {
  const times = frauds === 0 ? null : history.fraudTimes(at);
  return days(times ? at - times.last : HORIZON_SECONDS);
}
