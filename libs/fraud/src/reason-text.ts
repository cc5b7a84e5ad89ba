/** How a feature's value is written; a flag is 1 or 0 and has no number. */
export type Unit =
  'flag' | 'count' | 'euro' | 'times' | 'share' | 'days' | 'seconds' | 'deviations' | 'odds';

/** A unit, and sentences in English and Arabic; `{v}` is the value. */
export type ReasonText = readonly [unit: Unit, en: string, ar: string];
