import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import {
  AppendTooLarge,
  ConcurrencyConflict,
  EventDamaged,
  EventStoreUnavailable,
  type ExpectedRevision,
  StreamDeleted,
} from '#event-store';
import { TooManyFailures } from './access/password-checks.js';

type Trailers = Readonly<Record<string, string>>;

/** A refusal as gRPC tells it: the client goes by the trailer `exception` first, then the code. */
export class RpcError extends Error implements ServiceError {
  override readonly name = 'RpcError';
  readonly metadata = new Metadata();

  constructor(
    readonly code: status,
    readonly details: string,
    trailers: Trailers = {},
  ) {
    super(details);
    for (const [key, value] of Object.entries(trailers)) this.metadata.set(key, asciiOf(value));
  }
}

/** What the real server calls each expected revision that is not a number. */
const EXPECTED_NUMBERS = { any: '-2', 'no-stream': '-1', 'stream-exists': '-4' } as const;

export function toRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error;
  if (error instanceof ConcurrencyConflict) return wrongExpectedVersion(error);
  if (error instanceof StreamDeleted) return streamDeleted(error.stream);
  if (error instanceof AppendTooLarge) {
    return new RpcError(status.INVALID_ARGUMENT, error.message, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(error.bytesMax),
    });
  }
  if (error instanceof EventDamaged) return new RpcError(status.DATA_LOSS, error.message);
  if (error instanceof EventStoreUnavailable)
    return new RpcError(status.UNAVAILABLE, error.message);
  if (error instanceof TooManyFailures) return tooManyFailures();
  if (error instanceof RangeError) return invalidArgument(error.message);
  return new RpcError(status.UNKNOWN, error instanceof Error ? error.message : String(error));
}

export function invalidArgument(message: string): RpcError {
  return new RpcError(status.INVALID_ARGUMENT, message);
}

export function streamDeleted(stream: string): RpcError {
  return new RpcError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
}

export function accessDenied(login: string, action: string, target: string): RpcError {
  const text = `Access Denied: ${login} may not ${action} ${target}.`;
  return new RpcError(status.PERMISSION_DENIED, text, { exception: 'access-denied' });
}

/** The call carries credentials, and they are wrong. */
export function unauthenticated(): RpcError {
  const text = 'login or password is wrong';
  return new RpcError(status.UNAUTHENTICATED, text, { exception: 'access-denied' });
}

function tooManyFailures(): RpcError {
  const text = 'too many wrong passwords for this login from this address; try again in a second';
  return new RpcError(status.RESOURCE_EXHAUSTED, text);
}

export function missingMetadata(...properties: readonly string[]): RpcError {
  return new RpcError(status.INVALID_ARGUMENT, 'Required metadata is missing.', {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': properties.join(','),
  });
}

/** The call ends because the server stops; the client reconnects on this code. */
export function serverStopping(): RpcError {
  return new RpcError(status.CANCELLED, 'the server is shutting down');
}

export function expectedNumber(expected: ExpectedRevision): string {
  return typeof expected === 'bigint' ? String(expected) : EXPECTED_NUMBERS[expected];
}

function wrongExpectedVersion({ stream, expected, actual }: ConcurrencyConflict): RpcError {
  const details = `Append failed due to WrongExpectedVersion. Stream: ${stream}`;
  return new RpcError(status.FAILED_PRECONDITION, details, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': expectedNumber(expected),
    'actual-version': actual === null ? '' : String(actual),
  });
}

/** Header values are ASCII; a stream's name may be anything. */
function asciiOf(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value : encodeURIComponent(value);
}
