import type { CommandServiceTypes, ProjectionServiceTypes } from '#client';

export const EXCEPTIONS = '/v1/reconciliation/exceptions';

export type Exception = ProjectionServiceTypes.ExceptionResponse;
export type OneException = ProjectionServiceTypes.OneExceptionResponse;
export type Resolution = NonNullable<OneException['proposal']>;
export type Reason = CommandServiceTypes.ResolutionRequest['reason'];

export const KINDS = [
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
] as const satisfies readonly Exception['kind'][];

export const STATES = [
  'open',
  'assigned',
  'investigating',
  'escalated',
  'awaiting-approval',
  'resolved',
  'reopened',
] as const satisfies readonly Exception['state'][];

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;

export const REASONS = [
  'corrected-entry',
  'provider-error',
  'written-off',
  'timing',
  'duplicate',
  'manual-match',
] as const satisfies readonly Reason[];

/** At least so many whole days, as the ages of the API are cut. */
export const AGES = [
  ['0-1', 0],
  ['2-3', 2],
  ['4-7', 4],
  ['8-14', 8],
  ['15-30', 15],
  ['over-30', 31],
] as const satisfies readonly (readonly [Exception['ageDays'], number])[];

export function pathOf(exceptionId: string): string {
  return `${EXCEPTIONS}/${encodeURIComponent(exceptionId)}`;
}
