import { assertSecondPerson } from '#governed-change';
import { Money } from '#money';
import type { Instant } from '#payments';
import { isClosed, monthAfter, startOf, type Month } from '../period/month.js';
import { AdjustmentError } from './adjustment-error.js';
import {
  reversed,
  type AdjustmentEvent,
  type JournalProposalWithdrawn,
  type ManualAdjustment,
} from './adjustment-events.js';
import type { AdjustmentState } from './adjustment-state.js';
import { assertSound } from './sound-lines.js';

/** What one person may book alone: at most so many minor units of debits in a currency. */
export type AdjustmentLimits = ReadonlyMap<string, bigint>;

/** What an adjustment is held against beside its own past. */
export type AdjustmentRules = {
  /** A currency that is not in it always needs a second person. */
  readonly limits: AdjustmentLimits;
  /** The last closed period; null while none is. */
  readonly closedThrough: Month | null;
};

type By = { readonly person: string; readonly now: Instant };

/**
 * Asks for an adjustment: books it within the limits of one person, else it waits for another.
 * Safe to repeat.
 *
 * @throws AdjustmentError for lines that are not sound, for a date in a closed period, before all
 *   books or to come, and for an id that says something else.
 */
export function proposeAdjustment(
  adjustment: ManualAdjustment,
  { person, now }: By,
  rules: AdjustmentRules,
  state: AdjustmentState,
): AdjustmentEvent[] {
  if (state.asked !== null) {
    if (!isSame(state.asked, adjustment)) throw new AdjustmentError('adjustment-differs');
    return [];
  }
  assertSound(adjustment.lines);
  assertDated(adjustment, now, rules);
  if (needsSecond(adjustment, rules)) {
    const data = { ...adjustment, proposedBy: person, proposedAt: now };
    return [{ type: 'JournalAdjustmentProposed', data }];
  }
  return [{ type: 'JournalAdjustmentBooked', data: booked(adjustment, person, null, now) }];
}

/** When and why an adjustment is taken back. */
export type Reversal = Pick<ManualAdjustment, 'effectiveAt' | 'reason'>;

/**
 * Asks for the lines of a booked adjustment the other way round.
 *
 * @throws AdjustmentError as `proposeAdjustment` does, and `adjustment-not-booked`.
 */
export function reverseAdjustment(
  { effectiveAt, reason }: Reversal,
  { person, now }: By,
  rules: AdjustmentRules,
  { status, asked }: AdjustmentState,
): AdjustmentEvent[] {
  if (asked === null) throw new AdjustmentError('adjustment-not-found');
  if (status !== 'booked')
    throw new AdjustmentError('adjustment-not-booked', { status: `${status}` });
  const { adjustmentId, about, paymentId, lines } = asked;
  const turned = { adjustmentId, effectiveAt, reason, about, paymentId, lines: reversed(lines) };
  assertDated(turned, now, rules);
  if (needsSecond(turned, rules)) {
    const data = { ...turned, proposedBy: person, proposedAt: now };
    return [{ type: 'JournalReversalProposed', data }];
  }
  return [{ type: 'JournalAdjustmentReversed', data: booked(turned, person, null, now) }];
}

/**
 * A second person lets into the books what waits: an adjustment, or its reversal.
 *
 * @throws AdjustmentError `adjustment-needs-second-person`, `adjustment-not-waiting`, and
 *   `adjustment-period-closed` where the period was closed meanwhile.
 */
export function approveAdjustment(
  { person, now }: By,
  rules: AdjustmentRules,
  { status, asked, waiting }: AdjustmentState,
): AdjustmentEvent[] {
  if (asked === null) throw new AdjustmentError('adjustment-not-found');
  if (waiting === null) throw new AdjustmentError('adjustment-not-waiting');
  const { proposedBy } = waiting;
  assertSecondPerson(
    proposedBy,
    person,
    () => new AdjustmentError('adjustment-needs-second-person', { proposedBy }),
  );
  assertDated(waiting, now, rules);
  const type = status === 'proposed' ? 'JournalAdjustmentBooked' : 'JournalAdjustmentReversed';
  return [{ type, data: booked(waiting, proposedBy, person, now) }];
}

/**
 * Takes back what waits, one's own or another's.
 *
 * @throws AdjustmentError `adjustment-not-waiting`.
 */
export function withdrawAdjustment(
  note: string,
  { person, now }: By,
  { asked, waiting }: AdjustmentState,
): JournalProposalWithdrawn[] {
  if (asked === null) throw new AdjustmentError('adjustment-not-found');
  if (waiting === null) throw new AdjustmentError('adjustment-not-waiting');
  const { adjustmentId } = asked;
  const data = { adjustmentId, note, withdrawnBy: person, withdrawnAt: now };
  return [{ type: 'JournalProposalWithdrawn', data }];
}

function booked(
  { adjustmentId, effectiveAt, reason, about, paymentId, lines }: ManualAdjustment,
  proposedBy: string,
  approvedBy: string | null,
  bookedAt: Instant,
): ManualAdjustment & { proposedBy: string; approvedBy: string | null; bookedAt: Instant } {
  const adjustment = { adjustmentId, effectiveAt, reason, about, paymentId, lines };
  return { ...adjustment, proposedBy, approvedBy, bookedAt };
}

/** Every month since the first entry is listed and has to be closed: a wrong century is no date. */
const BOOKS_FROM: Instant = '1990-01-01T00:00:00.000Z';

function assertDated(
  { effectiveAt }: ManualAdjustment,
  now: Instant,
  { closedThrough }: AdjustmentRules,
): void {
  if (Date.parse(effectiveAt) > Date.parse(now)) {
    throw new AdjustmentError('adjustment-in-future', { effectiveAt, now });
  }
  if (Date.parse(effectiveAt) < Date.parse(BOOKS_FROM)) {
    throw new AdjustmentError('adjustment-before-books', { effectiveAt, booksFrom: BOOKS_FROM });
  }
  if (closedThrough === null || !isClosed(effectiveAt, closedThrough)) return;
  throw new AdjustmentError('adjustment-period-closed', {
    effectiveAt,
    closedThrough,
    openFrom: startOf(monthAfter(closedThrough)),
  });
}

function needsSecond({ lines }: ManualAdjustment, { limits }: AdjustmentRules): boolean {
  const debits = new Map<string, bigint>();
  for (const { amount } of lines) {
    const { minorUnits, currency } = Money.fromJSON(amount);
    if (minorUnits > 0n) debits.set(currency, (debits.get(currency) ?? 0n) + minorUnits);
  }
  return [...debits].some(([currency, moved]) => moved > (limits.get(currency) ?? 0n));
}

function isSame(a: ManualAdjustment, b: ManualAdjustment): boolean {
  return canonical(a) === canonical(b);
}

function canonical({ effectiveAt, reason, about, paymentId, lines }: ManualAdjustment): string {
  const plain = lines.map(({ account, amount }) => [account, amount.amount, amount.currency]);
  return JSON.stringify([effectiveAt, reason, about, paymentId, plain]);
}
