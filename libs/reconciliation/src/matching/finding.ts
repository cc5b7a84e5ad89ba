import type { Money } from '#money';
import type { Instant } from '#provider-port';
import type { MatchRule } from './rule-set.js';

/** What needs no person. */
export const SETTLED_STATUSES = [
  'matched',
  'matched-with-tolerance',
  'expected',
  'booked',
] as const;

/** What is an exception, by what it is. */
export const EXCEPTION_KINDS = [
  'missing-at-provider',
  'missing-at-bank',
  'missing-internally',
  'amount-mismatch',
  'currency-mismatch',
  'exchange-mismatch',
  'fee-mismatch',
  'status-mismatch',
  'duplicate-at-provider',
  'duplicate-at-bank',
  'duplicate-internally',
  'orphan-reversal',
  'timing',
  'payout-sum-mismatch',
  'unreadable',
] as const;

export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

export type FindingStatus = (typeof SETTLED_STATUSES)[number] | ExceptionKind;

/** Why this candidate was not taken. */
export type Rejected = {
  readonly id: string;
  readonly why: 'met-another' | 'other-currency' | 'other-amount' | 'further-apart';
};

/** Why two sides are one, so that anybody can check it from the same events. */
export type Certificate = {
  readonly rule: MatchRule;
  readonly ruleSet: number;
  readonly shape: 'one-to-one' | 'one-to-many' | 'many-to-one' | 'many-to-many';
  /** Theirs less ours, by currency, where it is not zero. */
  readonly residual: readonly Money[];
  /** The same of fees. */
  readonly feeResidual: readonly Money[];
  /** The first of those that the same ids led to. */
  readonly rejected: readonly Rejected[];
  readonly rejectedCount: number;
};

/** A pair that a person may confirm; nothing follows from it by itself. */
export type Suggestion = { readonly id: string; readonly score: number };

export type Leg = 'provider' | 'bank';

/** What became of some items of both books; every item is in one finding of its leg. */
export type Finding = {
  readonly leg: Leg;
  readonly status: FindingStatus;
  readonly provider: string | null;
  readonly kind: string;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** How much is in question: the residual, or all of it where a side is missing. */
  readonly atStake: Money;
  /** The last movement of the side that was first. */
  readonly since: Instant;
  /** Null where nothing met. */
  readonly certificate: Certificate | null;
  readonly suggestions: readonly Suggestion[];
};

const SETTLED: ReadonlySet<string> = new Set(SETTLED_STATUSES);

export function isException({ status }: Pick<Finding, 'status'>): boolean {
  return !SETTLED.has(status);
}
