import type { Money } from '#money';
import type { Instant } from '#payments';
import type { SettlementLine } from './settlement.js';

/** What became of money according to us: one PaymentCaptured or PaymentRefunded. */
export type Movement = {
  /** Our id of the capture or refund. */
  readonly operationId: string;
  /** Signed like the provider's books: captured is positive, refunded negative. */
  readonly amount: Money;
  readonly at: Instant;
};

/** What the provider says of the same object. */
export type ProviderLine = Pick<SettlementLine, 'lineId' | 'amount' | 'fee' | 'at'>;

/** Both sides of one provider object; they meet by provider, kind and reference. */
export type Match = {
  readonly kind: SettlementLine['kind'];
  readonly ours: readonly Movement[];
  readonly theirs: readonly ProviderLine[];
};

export const MATCH_STATUSES = [
  'matched',
  'expected',
  'amount-mismatch',
  'currency-mismatch',
  'missing-at-provider',
  'missing-internally',
  'duplicate',
  'not-compared',
] as const;

/**
 * `expected`: the provider may still report it. `not-compared`: a payout or a fee of its own, which
 * is totalled but has no payment event to meet.
 */
export type MatchStatus = (typeof MATCH_STATUSES)[number];

/**
 * Compares both sides; a minor unit of difference is a mismatch.
 *
 * @param overdueBefore movements older than this should have been reported by now.
 */
export function matchStatusOf({ kind, ours, theirs }: Match, overdueBefore: Instant): MatchStatus {
  if (kind === 'payout' || kind === 'fee') return 'not-compared';
  if (ours.length === 0) return 'missing-internally';
  const waiting = ours.some(({ at }) => at >= overdueBefore);
  if (theirs.length === 0) return waiting ? 'expected' : 'missing-at-provider';
  if (theirs.length > ours.length) return 'duplicate';
  if (theirs.length < ours.length) return waiting ? 'expected' : 'duplicate';

  return compare(amountsOf(ours), amountsOf(theirs));
}

function compare(ours: readonly Money[], theirs: readonly Money[]): MatchStatus {
  if (ours.some((amount, i) => amount.currency !== theirs[i]?.currency)) return 'currency-mismatch';
  return ours.every((amount, i) => theirs[i]?.equals(amount)) ? 'matched' : 'amount-mismatch';
}

/** In one order on both sides, so that several captures of one object pair up. */
function amountsOf(lines: readonly { readonly amount: Money }[]): Money[] {
  return lines.map(({ amount }) => amount).sort(compareAmounts);
}

function compareAmounts(a: Money, b: Money): number {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  if (a.minorUnits === b.minorUnits) return 0;
  return a.minorUnits < b.minorUnits ? -1 : 1;
}
