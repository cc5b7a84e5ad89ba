import { exponentOf, type Money } from '#money';

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;

export type Severity = (typeof SEVERITIES)[number];

const HOUR_MS = 3_600_000;

/** Each from so many whole units of its currency, or so old; due in so long after it came up. */
export const SEVERITY_STEPS = [
  { severity: 'critical', units: 100_000n, ageMs: 120 * HOUR_MS, dueMs: 24 * HOUR_MS },
  { severity: 'high', units: 10_000n, ageMs: 72 * HOUR_MS, dueMs: 72 * HOUR_MS },
  { severity: 'medium', units: 1_000n, ageMs: 24 * HOUR_MS, dueMs: 120 * HOUR_MS },
  { severity: 'low', units: 0n, ageMs: 0, dueMs: 240 * HOUR_MS },
] as const satisfies readonly {
  severity: Severity;
  units: bigint;
  ageMs: number;
  dueMs: number;
}[];

/** By amount or age, whichever is worse; it is worse as it ages. */
export function severityOf(units: bigint, ageMs: number): Severity {
  const step = SEVERITY_STEPS.find((each) => units >= each.units || ageMs >= each.ageMs);
  return step?.severity ?? 'low';
}

/** When it is overdue, in milliseconds after it came up: by its amount alone, so that it stays. */
export function dueAfterMs(units: bigint): number {
  const step = SEVERITY_STEPS.find((each) => units >= each.units);
  return step?.dueMs ?? 0;
}

/** The size of an amount in whole units of its currency, without what is behind the point. */
export function wholeUnits({ minorUnits, currency }: Money): bigint {
  const size = minorUnits < 0n ? -minorUnits : minorUnits;
  return size / 10n ** BigInt(exponentOf(currency));
}

const DAY_MS = 24 * HOUR_MS;

/** As old as so many days at most; the last one has no end. */
export const AGE_BUCKETS = [
  { bucket: '0-1', daysMax: 1 },
  { bucket: '2-3', daysMax: 3 },
  { bucket: '4-7', daysMax: 7 },
  { bucket: '8-14', daysMax: 14 },
  { bucket: '15-30', daysMax: 30 },
  { bucket: 'over-30', daysMax: Infinity },
] as const;

export type AgeBucket = (typeof AGE_BUCKETS)[number]['bucket'];

export function ageBucketOf(ageMs: number): AgeBucket {
  const found = AGE_BUCKETS.find(({ daysMax }) => ageMs <= daysMax * DAY_MS);
  return found?.bucket ?? 'over-30';
}
