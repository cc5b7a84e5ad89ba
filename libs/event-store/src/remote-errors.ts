import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import {
  AppendTooLarge,
  ConcurrencyConflict,
  EventStoreUnavailable,
  type ExpectedRevision,
  StoreDiverged,
  StreamDeleted,
} from './event-store.js';

/** The port's error for what the client threw; what neither knows means "cannot answer now". */
export function fromClientError(
  error: unknown,
  stream: string,
  expected: ExpectedRevision = 'any',
): Error {
  if (error instanceof WrongExpectedVersionError) {
    const { actualVersion } = error;
    const actual = typeof actualVersion === 'bigint' ? actualVersion : null;
    return new ConcurrencyConflict(stream, expected, actual);
  }
  if (error instanceof StreamDeletedError) return new StreamDeleted(stream);
  if (error instanceof MaxAppendSizeExceededError) return new AppendTooLarge(error.maxAppendSize);
  if (error instanceof AccessDeniedError || error instanceof EventStoreUnavailable) return error;
  const why = error instanceof Error ? error.message : String(error);
  // A position comes from the store itself, so it is one that the store had.
  if (/invalid position/i.test(why)) {
    return new StoreDiverged('the event store does not reach a position that it gave out before');
  }
  return new EventStoreUnavailable(`the event store cannot answer: ${why}`, { cause: error });
}
