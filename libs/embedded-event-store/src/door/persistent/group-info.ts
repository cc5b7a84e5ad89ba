import { ALL } from '../conversions.js';
import type { ConnectionInfo, SubscriptionInfo } from '../protocol/persistent.js';
import type { Consumer } from './consumer.js';
import type { GroupConfig } from './group-config.js';
import type { PersistentGroup } from './group.js';

/** A group's settings and numbers as `GetInfo` and `List` tell them. */
export function infoOf(group: PersistentGroup): SubscriptionInfo {
  const { config, consumers, counts, checkpoint, parked, source } = group;
  const { settings } = config;
  const connections = consumers.map((consumer) => connectionOf(consumer, config));
  const last = source.last();
  const isEmpty = last < (config.stream === ALL ? 1 : 0);
  return {
    eventSource: config.stream,
    groupName: config.group,
    status: 'Live',
    connections,
    averagePerSecond: sum(
      connections.map(({ averageItemsPerSecond = 0 }) => averageItemsPerSecond),
    ),
    totalItems: BigInt(sum(consumers.map(({ totalItems }) => totalItems))),
    countSinceLastMeasurement: 0n,
    lastCheckpointedEventPosition:
      checkpoint.stored === undefined ? '' : source.print(checkpoint.stored),
    lastKnownEventPosition: isEmpty ? '' : source.print(last),
    startFrom: startText(config),
    resolveLinkTos: settings.resolveLinkTos,
    messageTimeoutMilliseconds: settings.messageTimeoutMs,
    extraStatistics: settings.extraStatistics,
    maxRetryCount: settings.maxRetryCount,
    liveBufferSize: settings.liveBufferSize,
    bufferSize: settings.historyBufferSize,
    readBatchSize: settings.readBatchSize,
    checkPointAfterMilliseconds: settings.checkpointAfterMs,
    minCheckPointCount: settings.checkpointCountMin,
    maxCheckPointCount: settings.checkpointCountMax,
    namedConsumerStrategy: settings.strategy,
    maxSubscriberCount: settings.consumerCountMax,
    readBufferCount: counts.read,
    liveBufferCount: 0n,
    retryBufferCount: counts.retries,
    totalInFlightMessages: counts.inFlight,
    outstandingMessagesCount: counts.outstanding,
    parkedMessageCount: BigInt(parked.count),
  };
}

function connectionOf(consumer: Consumer, { settings }: GroupConfig): ConnectionInfo {
  const { from, username, connectionName } = consumer.options;
  const seconds = Math.max(1, (Date.now() - consumer.connectedAtMs) / 1000);
  const measured = settings.extraStatistics ? [...consumer.measurements()] : [];
  return {
    from,
    username,
    connectionName,
    averageItemsPerSecond: Math.round(consumer.totalItems / seconds),
    totalItems: BigInt(consumer.totalItems),
    countSinceLastMeasurement: BigInt(consumer.takeCount()),
    observedMeasurements: measured.map(([key, value]) => ({
      key,
      value: BigInt(Math.round(value)),
    })),
    availableSlots: consumer.free,
    inFlightMessages: consumer.inFlight,
  };
}

function startText({ stream, startFrom }: GroupConfig): string {
  const number = startFrom === 'start' ? 0 : startFrom === 'end' ? -1 : startFrom;
  return stream === ALL ? `C:${number}/P:${number}` : String(number);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
