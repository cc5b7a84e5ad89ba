import { QueryFailedError } from 'typeorm';
import { EventStoreUnavailable } from '#event-store';
import { Problem, type ProblemDocument } from '#platform';
import { RebuildInProgress } from '#projections';

/** The only place that knows which HTTP status an error of the views has. */
export function problemOf(error: unknown): ProblemDocument | null {
  if (error instanceof EventStoreUnavailable) {
    return new Problem('unavailable', 'the event store does not answer').toDocument();
  }
  if (error instanceof RebuildInProgress) {
    return new Problem('rebuild-in-progress', error.message).toDocument();
  }
  if (isDatabaseAway(error)) {
    return new Problem('unavailable', 'the database does not answer').toDocument();
  }
  return null;
}

/** Lost or refused connections, and a server that is starting or stopping. */
function isDatabaseAway(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  if (typeof code !== 'string') return error instanceof QueryFailedError;
  return /^(08|57P|53)|^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH)/.test(code);
}
