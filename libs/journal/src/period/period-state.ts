import { monthBefore, type Month } from './month.js';
import {
  upcastPeriod,
  type PeriodClosed,
  type PeriodEvent,
  type PeriodReopened,
  type PeriodReopeningProposed,
} from './period-events.js';
import { isBehind, readPlace, type Place } from './place.js';

/** One closing of a period, and how it ended: null while it holds. */
export type Closing = {
  readonly closed: PeriodClosed['data'];
  readonly reopened: PeriodReopened['data'] | null;
};

/** Behind this place, entries of months up to that one are late. */
type Change = { readonly from: Place; readonly closedThrough: Month };

/** Which periods are closed: always all of them up to one month. */
export type PeriodsState = {
  /** The last closed month; null before the first closing. */
  readonly closedThrough: Month | null;
  /** Every closing there ever was, the first one first. */
  readonly closings: readonly Closing[];
  readonly changes: readonly Change[];
  /** What waits for a second person. */
  readonly reopening: PeriodReopeningProposed['data'] | null;
  /** Of the last event; a closing has to have seen it. */
  readonly lastPlace: Place | null;
};

export const NO_PERIODS: PeriodsState = {
  closedThrough: null,
  closings: [],
  changes: [],
  reopening: null,
  lastPlace: null,
};

/** Folds one event of the stream, in stream order. */
export function evolvePeriods(
  state: PeriodsState,
  { type, data }: PeriodEvent,
  { position: lastPlace }: { readonly position: Place },
): PeriodsState {
  switch (type) {
    case 'PeriodClosed': {
      const closings = [...state.closings, { closed: data, reopened: null }];
      const change = { from: readPlace(data.position), closedThrough: data.period };
      return { ...withChange(state, change), closings, lastPlace };
    }
    case 'PeriodReopeningProposed':
      return { ...state, reopening: data, lastPlace };
    case 'PeriodReopeningWithdrawn':
      return { ...state, reopening: null, lastPlace };
    case 'PeriodReopened': {
      const closings = state.closings.map((closing) =>
        isOpenFor(closing, data.period) ? { ...closing, reopened: data } : closing,
      );
      const change = { from: lastPlace, closedThrough: monthBefore(data.period) };
      return { ...withChange(state, change), closings, reopening: null, lastPlace };
    }
  }
}

function withChange(state: PeriodsState, change: Change): PeriodsState {
  const { closedThrough } = change;
  return { ...state, closedThrough, changes: [...state.changes, change] };
}

function isOpenFor({ closed, reopened }: Closing, period: Month): boolean {
  return closed.period === period && reopened === null;
}

export const PERIODS_STREAM_TYPE = {
  initial: NO_PERIODS,
  evolve: evolvePeriods,
  upcast: upcastPeriod,
};

/** The closings of a period, the last one last. */
export function closingsOf(period: Month, { closings }: PeriodsState): readonly Closing[] {
  return closings.filter(({ closed }) => closed.period === period);
}

/** From behind the first place up to the second; null: still. */
export type Stretch = { readonly after: Place; readonly until: Place | null };

/** Where in the store entries of a month are late, since it was closed by then. */
export function stretchesLateFor(month: Month, { changes }: PeriodsState): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let after: Place | null = null;
  for (const { from, closedThrough } of changes) {
    if (closedThrough >= month) {
      after ??= from;
    } else if (after !== null) {
      stretches.push({ after, until: from });
      after = null;
    }
  }
  return after === null ? stretches : [...stretches, { after, until: null }];
}

/** The closed month that an entry came too late for: its own; null for one that was in time. */
export function lateFor(month: Month, place: Place, state: PeriodsState): Month | null {
  const isLate = stretchesLateFor(month, state).some(
    ({ after, until }) => isBehind(place, after) && (until === null || !isBehind(place, until)),
  );
  return isLate ? month : null;
}
