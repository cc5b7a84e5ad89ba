import { bytes, empty, field, int32, int64, message, text, uint32, uint64 } from '#wire';

/** Messages that several services share. Field numbers are EventStoreDB's public protocol. */

export const Uuid = message({
  structured: field(
    1,
    message({ mostSignificantBits: field(1, int64), leastSignificantBits: field(2, int64) }),
  ),
  string: field(2, text),
});

export const StreamIdentifier = message({ streamName: field(3, bytes) });

export const Position = message({
  commitPosition: field(1, uint64),
  preparePosition: field(2, uint64),
});

/** `google.rpc.Status` with one detail, as BatchAppend reports a refusal. */
export const Status = message({
  code: field(1, int32),
  message: field(2, text),
  details: field(3, message({ typeUrl: field(1, text), value: field(2, bytes) })),
});

export const WrongExpectedVersion = message({
  currentStreamRevision: field(1, uint64),
  currentNoStream: field(2, empty),
  expectedStreamPosition: field(3, uint64),
  expectedAny: field(4, empty),
  expectedStreamExists: field(5, empty),
  expectedNoStream: field(6, empty),
});

export const StreamDeletedDetail = message({ streamIdentifier: field(1, StreamIdentifier) });

export const MaximumAppendSizeExceeded = message({ maxAppendSize: field(1, uint32) });

export const BadRequest = message({ message: field(1, text) });
