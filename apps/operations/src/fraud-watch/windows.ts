import { instantOf, secondsOf } from '#fraud';

/** From its start up to, and without, its end; seconds since 1970. */
export type Window = { readonly from: number; readonly to: number };

const DAY = 86_400;

/** By then most fraud was reported; the month before it is judged. In seconds. */
export const MATURITY = 30 * DAY;
const MATURED = 30 * DAY;
const REFERENCE = 28 * DAY;

export type Windows = {
  readonly period: Window;
  /** The four weeks before, that the period's distributions are compared with. */
  readonly reference: Window;
  readonly matured: Window;
};

/** @param days length of the period that ends at `to`. */
export function windowsOf(to: string, days: number): Windows {
  const end = secondsOf(to);
  const from = end - days * DAY;
  return {
    period: { from, to: end },
    reference: { from: from - REFERENCE, to: from },
    matured: { from: end - MATURITY - MATURED, to: end - MATURITY },
  };
}

export function isIn({ from, to }: Window, at: number): boolean {
  return at >= from && at < to;
}

export function instantsOf({ from, to }: Window): { readonly from: string; readonly to: string } {
  return { from: instantOf(from), to: instantOf(to) };
}
