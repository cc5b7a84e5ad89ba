import {
  bool,
  bytes,
  type Decoded,
  empty,
  field,
  int32,
  int64,
  message,
  names,
  repeated,
  text,
  textMap,
  uint32,
  uint64,
} from '#wire';
import { Position, Status, StreamIdentifier, Uuid } from './shared.js';

/** Messages of `event_store.client.streams.Streams`. */

const FilterExpression = message({ regex: field(1, text), prefix: repeated(2, text) });

export const FilterOptions = message({
  streamIdentifier: field(1, FilterExpression),
  eventType: field(2, FilterExpression),
  max: field(3, uint32),
  count: field(4, empty),
  checkpointIntervalMultiplier: field(5, uint32),
});
export type FilterOptions = Decoded<typeof FilterOptions>;

const ReadOptions = message({
  stream: field(
    1,
    message({
      streamIdentifier: field(1, StreamIdentifier),
      revision: field(2, uint64),
      start: field(3, empty),
      end: field(4, empty),
    }),
  ),
  all: field(
    2,
    message({ position: field(1, Position), start: field(2, empty), end: field(3, empty) }),
  ),
  readDirection: field(3, names('forwards', 'backwards')),
  resolveLinks: field(4, bool),
  count: field(5, uint64),
  subscription: field(6, empty),
  filter: field(7, FilterOptions),
  noFilter: field(8, empty),
  uuidOption: field(9, message({ structured: field(1, empty), string: field(2, empty) })),
  controlOption: field(10, message({ compatibility: field(1, uint32) })),
});
export type ReadOptions = Decoded<typeof ReadOptions>;

export const ReadRequest = message({ options: field(1, ReadOptions) });

/** All of ReadResp but its events, which are spliced from stored bytes. */
export const ReadNotice = message({
  confirmation: field(2, message({ subscriptionId: field(1, text) })),
  checkpoint: field(3, Position),
  streamNotFound: field(4, message({ streamIdentifier: field(1, StreamIdentifier) })),
  firstStreamPosition: field(5, uint64),
  lastStreamPosition: field(6, uint64),
  lastAllStreamPosition: field(7, Position),
  caughtUp: field(
    8,
    message({
      timestamp: field(1, message({ seconds: field(1, int64), nanos: field(2, int32) })),
      streamRevision: field(2, int64),
      position: field(3, Position),
    }),
  ),
});

export const ProposedMessage = message({
  id: field(1, Uuid),
  metadata: textMap(2),
  customMetadata: field(3, bytes),
  data: field(4, bytes),
});
export type ProposedMessage = Decoded<typeof ProposedMessage>;

/** How Append, Delete and Tombstone say which revision they expect. */
const RevisionOptions = message({
  streamIdentifier: field(1, StreamIdentifier),
  revision: field(2, uint64),
  noStream: field(3, empty),
  any: field(4, empty),
  streamExists: field(5, empty),
});
export type RevisionOptions = Decoded<typeof RevisionOptions>;

export const AppendRequest = message({
  options: field(1, RevisionOptions),
  proposedMessage: field(2, ProposedMessage),
});

export const AppendResponse = message({
  success: field(
    1,
    message({
      currentRevision: field(1, uint64),
      noStream: field(2, empty),
      position: field(3, Position),
      noPosition: field(4, empty),
    }),
  ),
  wrongExpectedVersion: field(
    2,
    message({
      currentRevision2060: field(1, uint64),
      noStream2060: field(2, empty),
      expectedRevision2060: field(3, uint64),
      any2060: field(4, empty),
      streamExists2060: field(5, empty),
      currentRevision: field(6, uint64),
      currentNoStream: field(7, empty),
      expectedRevision: field(8, uint64),
      expectedAny: field(9, empty),
      expectedStreamExists: field(10, empty),
      expectedNoStream: field(11, empty),
    }),
  ),
});

export const DeleteRequest = message({ options: field(1, RevisionOptions) });

/** Answer of Delete and Tombstone. */
export const DeleteResponse = message({
  position: field(1, Position),
  noPosition: field(2, empty),
});

const BatchOptions = message({
  streamIdentifier: field(1, StreamIdentifier),
  streamPosition: field(2, uint64),
  noStream: field(3, empty),
  any: field(4, empty),
  streamExists: field(5, empty),
  deadline: field(6, message({ seconds: field(1, int64), nanos: field(2, int32) })),
  /** A span of time; newer clients send it in place of the deadline. */
  deadlineDuration: field(7, message({ seconds: field(1, int64), nanos: field(2, int32) })),
});
export type BatchOptions = Decoded<typeof BatchOptions>;

export const BatchAppendRequest = message({
  correlationId: field(1, Uuid),
  options: field(2, BatchOptions),
  proposedMessages: repeated(3, ProposedMessage),
  isFinal: field(4, bool),
});
export type BatchAppendRequest = Decoded<typeof BatchAppendRequest>;

export const BatchAppendResponse = message({
  correlationId: field(1, Uuid),
  error: field(2, Status),
  success: field(
    3,
    message({
      currentRevision: field(1, uint64),
      noStream: field(2, empty),
      position: field(3, Position),
      noPosition: field(4, empty),
    }),
  ),
  streamIdentifier: field(4, StreamIdentifier),
  streamPosition: field(5, uint64),
  noStream: field(6, empty),
  any: field(7, empty),
  streamExists: field(8, empty),
});
