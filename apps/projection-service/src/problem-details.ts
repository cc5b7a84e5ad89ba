import { QueryFailedError } from 'typeorm';
import { ConcurrencyConflict, EventStoreUnavailable } from '#event-store';
import type { AdjustmentErrorCode, PeriodErrorCode } from '#journal';
import { Problem, refusalDocument, type ProblemDocument, type RefusalStatus } from '#platform';
import { RebuildInProgress } from '#projections';

/** HTTP status of each refusal. The type makes a new code without a status fail to compile. */
export const REFUSALS: Readonly<Record<AdjustmentErrorCode | PeriodErrorCode, RefusalStatus>> = {
  'adjustment-lines-missing': 422,
  'adjustment-amount-zero': 422,
  'adjustment-line-repeated': 422,
  'adjustment-unbalanced': 422,
  'adjustment-account-unknown': 422,
  'adjustment-before-books': 422,
  'adjustment-in-future': 422,
  'adjustment-differs': 422,
  'adjustment-not-found': 404,
  'adjustment-not-waiting': 409,
  'adjustment-not-booked': 409,
  'adjustment-needs-second-person': 409,
  'adjustment-period-closed': 409,
  'period-before-books': 409,
  'period-not-over': 409,
  'period-already-closed': 409,
  'period-earlier-open': 409,
  'period-later-closed': 409,
  'period-not-closed': 409,
  'period-has-open-items': 409,
  'period-view-behind': 409,
  'period-reopening-not-proposed': 409,
  'period-needs-second-person': 409,
};

/** The only place that knows which HTTP status an error of the views has. */
export function problemOf(error: unknown): ProblemDocument | null {
  if (error instanceof EventStoreUnavailable) {
    return new Problem('unavailable', 'the event store does not answer').toDocument();
  }
  if (error instanceof ConcurrencyConflict) {
    return new Problem('conflict', 'another change was recorded meanwhile').toDocument();
  }
  if (error instanceof RebuildInProgress) {
    return new Problem('rebuild-in-progress', error.message).toDocument();
  }
  if (isDatabaseAway(error)) {
    return new Problem('unavailable', 'the database does not answer').toDocument();
  }
  return refusalDocument(error, REFUSALS);
}

/** Lost or refused connections, and a server that is starting or stopping. */
function isDatabaseAway(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  if (typeof code !== 'string') return error instanceof QueryFailedError || isOfPool(error);
  return /^(08|57P|53)|^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH)/.test(code);
}

/** What the pool says of a server that hangs has no code. */
function isOfPool(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/.test(
      error.message,
    )
  );
}
