import {
  bool,
  type Decoded,
  empty,
  field,
  int32,
  int64,
  message,
  names,
  repeated,
  text,
  uint64,
} from '#wire';
import { Position, StreamIdentifier, Uuid } from './shared.js';
import { FilterOptions } from './streams.js';

/** Messages of `event_store.client.persistent_subscriptions.PersistentSubscriptions`. */

export const Settings = message({
  resolveLinks: field(1, bool),
  revision: field(2, uint64),
  extraStatistics: field(3, bool),
  messageTimeoutTicks: field(4, int64),
  maxRetryCount: field(5, int32),
  checkpointAfterTicks: field(6, int64),
  minCheckpointCount: field(7, int32),
  maxCheckpointCount: field(8, int32),
  maxSubscriberCount: field(9, int32),
  liveBufferSize: field(10, int32),
  readBatchSize: field(11, int32),
  historyBufferSize: field(12, int32),
  namedConsumerStrategy: field(13, names('DispatchToSingle', 'RoundRobin', 'Pinned')),
  messageTimeoutMs: field(14, int32),
  checkpointAfterMs: field(15, int32),
  consumerStrategy: field(16, text),
});
export type Settings = Decoded<typeof Settings>;

const StreamOptions = message({
  streamIdentifier: field(1, StreamIdentifier),
  revision: field(2, uint64),
  start: field(3, empty),
  end: field(4, empty),
});

const AllOptions = message({
  position: field(1, Position),
  start: field(2, empty),
  end: field(3, empty),
  filter: field(4, FilterOptions),
  noFilter: field(5, empty),
});

/** Of Create and Update; the identifier outside `stream` is how older clients name it. */
const DefineOptions = message({
  streamIdentifier: field(1, StreamIdentifier),
  groupName: field(2, text),
  settings: field(3, Settings),
  stream: field(4, StreamOptions),
  all: field(5, AllOptions),
});
export type DefineOptions = Decoded<typeof DefineOptions>;

export const DefineRequest = message({ options: field(1, DefineOptions) });

export const DeleteGroupRequest = message({
  options: field(
    1,
    message({
      streamIdentifier: field(1, StreamIdentifier),
      groupName: field(2, text),
      all: field(3, empty),
    }),
  ),
});

export const GetInfoRequest = message({
  options: field(
    1,
    message({
      streamIdentifier: field(1, StreamIdentifier),
      all: field(2, empty),
      groupName: field(3, text),
    }),
  ),
});

export const ReplayParkedRequest = message({
  options: field(
    1,
    message({
      groupName: field(1, text),
      streamIdentifier: field(2, StreamIdentifier),
      all: field(3, empty),
      stopAt: field(4, int64),
      noLimit: field(5, empty),
    }),
  ),
});

export const ListRequest = message({
  options: field(
    1,
    message({
      listAllSubscriptions: field(1, empty),
      listForStream: field(
        2,
        message({ stream: field(1, StreamIdentifier), all: field(2, empty) }),
      ),
    }),
  ),
});

export const ConsumeRequest = message({
  options: field(
    1,
    message({
      streamIdentifier: field(1, StreamIdentifier),
      groupName: field(2, text),
      bufferSize: field(3, int32),
      uuidOption: field(4, message({ structured: field(1, empty), string: field(2, empty) })),
      all: field(5, empty),
    }),
  ),
  ack: field(2, message({ ids: repeated(2, Uuid) })),
  nack: field(
    3,
    message({
      ids: repeated(2, Uuid),
      action: field(3, names('unknown', 'park', 'retry', 'skip', 'stop')),
      reason: field(4, text),
    }),
  ),
});
export type ConsumeRequest = Decoded<typeof ConsumeRequest>;
export type NackAction = NonNullable<NonNullable<ConsumeRequest['nack']>['action']>;

/** Answer to a consumer's options; events are spliced from stored bytes. */
export const ConsumeConfirmation = message({
  subscriptionConfirmation: field(2, message({ subscriptionId: field(1, text) })),
});

const Measurement = message({ key: field(1, text), value: field(2, int64) });

const ConnectionInfo = message({
  from: field(1, text),
  username: field(2, text),
  averageItemsPerSecond: field(3, int32),
  totalItems: field(4, int64),
  countSinceLastMeasurement: field(5, int64),
  observedMeasurements: repeated(6, Measurement),
  availableSlots: field(7, int32),
  inFlightMessages: field(8, int32),
  connectionName: field(9, text),
});
export type ConnectionInfo = Decoded<typeof ConnectionInfo>;

const SubscriptionInfo = message({
  eventSource: field(1, text),
  groupName: field(2, text),
  status: field(3, text),
  connections: repeated(4, ConnectionInfo),
  averagePerSecond: field(5, int32),
  totalItems: field(6, int64),
  countSinceLastMeasurement: field(7, int64),
  lastCheckpointedEventPosition: field(8, text),
  lastKnownEventPosition: field(9, text),
  resolveLinkTos: field(10, bool),
  startFrom: field(11, text),
  messageTimeoutMilliseconds: field(12, int32),
  extraStatistics: field(13, bool),
  maxRetryCount: field(14, int32),
  liveBufferSize: field(15, int32),
  bufferSize: field(16, int32),
  readBatchSize: field(17, int32),
  checkPointAfterMilliseconds: field(18, int32),
  minCheckPointCount: field(19, int32),
  maxCheckPointCount: field(20, int32),
  readBufferCount: field(21, int32),
  liveBufferCount: field(22, int64),
  retryBufferCount: field(23, int32),
  totalInFlightMessages: field(24, int32),
  outstandingMessagesCount: field(25, int32),
  namedConsumerStrategy: field(26, text),
  maxSubscriberCount: field(27, int32),
  parkedMessageCount: field(28, int64),
});
export type SubscriptionInfo = Decoded<typeof SubscriptionInfo>;

export const GetInfoResponse = message({ subscriptionInfo: field(1, SubscriptionInfo) });
export const ListResponse = message({ subscriptions: repeated(1, SubscriptionInfo) });
