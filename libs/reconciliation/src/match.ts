import type { Money } from '#money';
import type { Instant } from '#payments';
import type { LineKind, SettlementLine } from '#provider-port';
import { feeStatusOf } from './fee-status.js';
import type { Movement, LedgerRecord } from './movement.js';
import { presentedOf } from './settlement.js';

/** What the provider says of the same object. */
export type ProviderLine = Pick<SettlementLine, 'lineId' | 'amount' | 'presented' | 'fee' | 'at'>;

/** Both sides of one provider object; they meet by provider, kind and reference. */
export type Match = {
  readonly kind: LineKind;
  readonly ours: readonly Movement[];
  readonly theirs: readonly ProviderLine[];
};

export const MATCH_STATUSES = [
  'matched',
  'expected',
  'amount-mismatch',
  'currency-mismatch',
  'fee-mismatch',
  'missing-at-provider',
  'missing-internally',
  'duplicate',
  'unreadable',
  'booked',
] as const;

/**
 * `expected`: the other side may still report it. `booked`: it belongs to no payment, as a payout
 * or a fee of its own, and is in the journal as the provider's line says. `unreadable`: a line that
 * was set aside.
 */
export type MatchStatus = (typeof MATCH_STATUSES)[number];

/** Adds what an event says; the fee of a movement that is not known changes nothing. */
export function withTold<M extends Match>(match: M, told: LedgerRecord): M {
  if ('movement' in told) return { ...match, ours: [...match.ours, told.movement] };
  const { feeOf, fee } = told;
  const ours = match.ours.map((one) => {
    if (one.operationId !== feeOf) return one;
    return { ...one, fee: one.fee === null ? fee : one.fee.plus(fee) };
  });
  return { ...match, ours };
}

/** Adds a line; the books overlap from one import to the next, and a line counts once. */
export function withLine<M extends Match>(match: M, line: SettlementLine): M {
  const { lineId, amount, presented, fee, at } = line;
  if (match.theirs.some((known) => known.lineId === lineId)) return match;
  const added = { lineId, amount, ...(presented === undefined ? {} : { presented }), fee, at };
  return { ...match, theirs: [...match.theirs, added] };
}

/**
 * Compares both sides; a minor unit of difference is a mismatch.
 *
 * @param overdueBefore movements older than this should have been reported by now.
 */
export function matchStatusOf(match: Match, overdueBefore: Instant): MatchStatus {
  const { kind, ours, theirs } = match;
  if (BELONGS_TO_NO_PAYMENT.has(kind)) return 'booked';
  if (ours.length === 0) return 'missing-internally';
  const waiting = ours.some(({ at }) => at >= overdueBefore);
  if (theirs.length === 0) return waiting ? 'expected' : 'missing-at-provider';
  if (theirs.length > ours.length) return 'duplicate';
  if (theirs.length < ours.length) return waiting ? 'expected' : 'duplicate';

  const status = compare(amountsOf(ours), sorted(theirs.map(presentedOf)));
  return status === 'matched' ? feeStatusOf(match, waiting) : status;
}

const BELONGS_TO_NO_PAYMENT: ReadonlySet<LineKind> = new Set([
  'payout',
  'fee',
  'conversion',
  'reserve',
]);

function compare(ours: readonly Money[], theirs: readonly Money[]): MatchStatus {
  if (ours.some((amount, i) => amount.currency !== theirs[i]?.currency)) return 'currency-mismatch';
  return ours.every((amount, i) => theirs[i]?.equals(amount)) ? 'matched' : 'amount-mismatch';
}

/** In one order on both sides, so that several captures of one object pair up. */
function amountsOf(lines: readonly { readonly amount: Money }[]): Money[] {
  return sorted(lines.map(({ amount }) => amount));
}

function sorted(amounts: readonly Money[]): Money[] {
  return [...amounts].sort(compareAmounts);
}

function compareAmounts(a: Money, b: Money): number {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  if (a.minorUnits === b.minorUnits) return 0;
  return a.minorUnits < b.minorUnits ? -1 : 1;
}
