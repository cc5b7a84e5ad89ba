import { assertSecondPerson } from '#governed-change';
import type { Instant } from '#payments';
import { endOf, monthAfter, type Month } from './month.js';
import { PeriodError } from './period-error.js';
import type {
  ChecklistItem,
  PeriodClosed,
  PeriodReopened,
  PeriodReopeningProposed,
  PeriodReopeningWithdrawn,
} from './period-events.js';
import type { PeriodsState } from './period-state.js';
import { isBehind, readPlace } from './place.js';

/**
 * Closes a period on what was found of it.
 *
 * @param earliest month that the journal has an entry of; null while it has none.
 * @throws PeriodError for a period that is not the next to be closed, is not over, or has open
 *   items without an explanation.
 */
export function closePeriod(
  closed: PeriodClosed['data'],
  earliest: Month | null,
  { closedThrough, lastPlace }: PeriodsState,
): PeriodClosed[] {
  const { period, closedAt, position, checklist } = closed;
  if (Date.parse(closedAt) < Date.parse(endOf(period))) {
    throw new PeriodError('period-not-over', { period, end: endOf(period) });
  }
  if (closedThrough !== null && period <= closedThrough) {
    throw new PeriodError('period-already-closed', { period, closedThrough });
  }
  assertNext(period, closedThrough === null ? earliest : monthAfter(closedThrough));
  if (lastPlace !== null && isBehind(lastPlace, readPlace(position))) {
    throw new PeriodError('period-view-behind', { position });
  }
  assertNothingOpen(checklist);
  return [{ type: 'PeriodClosed', data: closed }];
}

/** Null: no month has an entry, so that any may be the first. */
function assertNext(period: Month, next: Month | null): void {
  if (next === null || period === next) return;
  const code = period > next ? 'period-earlier-open' : 'period-before-books';
  throw new PeriodError(code, { period, next });
}

function assertNothingOpen(checklist: readonly ChecklistItem[]): void {
  const open = checklist.filter(
    ({ status, explainable, explanation }) =>
      status !== 'done' && !(explainable && explanation !== null),
  );
  if (open.length === 0) return;
  const details = open.map(({ item, detail }) => [item, detail] as const);
  throw new PeriodError('period-has-open-items', Object.fromEntries(details));
}

type By = { readonly person: string; readonly now: Instant };

/** Asks for a period to be reopened; what waits already is not asked for again. */
export function proposeReopening(
  period: Month,
  reason: string,
  { person: proposedBy, now: proposedAt }: By,
  state: PeriodsState,
): PeriodReopeningProposed[] {
  assertLastClosed(period, state);
  if (state.reopening?.period === period) return [];
  return [{ type: 'PeriodReopeningProposed', data: { period, reason, proposedBy, proposedAt } }];
}

/** @throws PeriodError `period-needs-second-person`, `period-reopening-not-proposed`. */
export function approveReopening(
  period: Month,
  { person: approvedBy, now: reopenedAt }: By,
  state: PeriodsState,
): PeriodReopened[] {
  const { reason, proposedBy } = waitingFor(period, state);
  assertSecondPerson(
    proposedBy,
    approvedBy,
    () => new PeriodError('period-needs-second-person', { proposedBy }),
  );
  assertLastClosed(period, state);
  const data = { period, reason, proposedBy, approvedBy, reopenedAt };
  return [{ type: 'PeriodReopened', data }];
}

/** @throws PeriodError `period-reopening-not-proposed`. */
export function withdrawReopening(
  period: Month,
  note: string,
  { person: withdrawnBy, now: withdrawnAt }: By,
  state: PeriodsState,
): PeriodReopeningWithdrawn[] {
  waitingFor(period, state);
  return [{ type: 'PeriodReopeningWithdrawn', data: { period, note, withdrawnBy, withdrawnAt } }];
}

function waitingFor(period: Month, { reopening }: PeriodsState): PeriodReopeningProposed['data'] {
  if (reopening?.period === period) return reopening;
  throw new PeriodError('period-reopening-not-proposed', { period });
}

function assertLastClosed(period: Month, { closedThrough, closings }: PeriodsState): void {
  const isOpen = !closings.some(({ closed, reopened }) => {
    return closed.period === period && reopened === null;
  });
  if (isOpen || closedThrough === null) throw new PeriodError('period-not-closed', { period });
  if (closedThrough > period) {
    throw new PeriodError('period-later-closed', { period, later: closedThrough });
  }
}
