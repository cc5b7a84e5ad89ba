import { status } from '@grpc/grpc-js';
import { AppendTooLarge, ConcurrencyConflict, StreamDeleted } from '#event-store';
import type { Decoded } from '#wire';
import {
  BadRequest,
  MaximumAppendSizeExceeded,
  type Status,
  StreamDeletedDetail,
  WrongExpectedVersion,
} from '../protocol/shared.js';
import { toRpcError } from '../rpc-error.js';

/** The client's deadline passed before the append was on disk. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

const NOTHING = Buffer.alloc(0);

/** A refusal as BatchAppend tells it: a status whose detail is a message of the protocol. */
export function batchStatus(error: unknown): Decoded<typeof Status> {
  if (error instanceof ConcurrencyConflict) {
    return detail(status.FAILED_PRECONDITION, 'WrongExpectedVersion', wrongExpectedVersion(error));
  }
  if (error instanceof StreamDeleted) {
    const streamIdentifier = { streamName: Buffer.from(error.stream) };
    const value = StreamDeletedDetail.encode({ streamIdentifier });
    return detail(status.FAILED_PRECONDITION, 'StreamDeleted', value);
  }
  if (error instanceof AppendTooLarge) {
    const value = MaximumAppendSizeExceeded.encode({ maxAppendSize: error.bytesMax });
    return detail(status.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', value);
  }
  if (error instanceof DeadlinePassed) return detail(status.DEADLINE_EXCEEDED, 'Timeout', NOTHING);
  const { code, details } = toRpcError(error);
  if (code === status.PERMISSION_DENIED) return detail(code, 'AccessDenied', NOTHING, details);
  if (code === status.INVALID_ARGUMENT) {
    return detail(code, 'BadRequest', BadRequest.encode({ message: details }), details);
  }
  // The official client drops the text of Unknown, but tells that of a type it does not know.
  return detail(code, code === status.UNAVAILABLE ? 'Unavailable' : 'Unknown', NOTHING, details);
}

function detail(
  code: status,
  type: string,
  value: Buffer,
  text: string = type,
): Decoded<typeof Status> {
  const typeUrl = `type.googleapis.com/event_store.client.${type}`;
  return { code, message: text, details: { typeUrl, value } };
}

function wrongExpectedVersion({ expected, actual }: ConcurrencyConflict): Buffer {
  return WrongExpectedVersion.encode({
    ...(actual === null ? { currentNoStream: {} } : { currentStreamRevision: actual }),
    ...(typeof expected === 'bigint' && { expectedStreamPosition: expected }),
    ...(expected === 'any' && { expectedAny: {} }),
    ...(expected === 'stream-exists' && { expectedStreamExists: {} }),
    ...(expected === 'no-stream' && { expectedNoStream: {} }),
  });
}
