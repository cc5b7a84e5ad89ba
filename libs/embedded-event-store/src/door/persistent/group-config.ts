import { describedBy } from '../../engine/stream-metadata.js';
import type { DefineOptions, Settings } from '../protocol/persistent.js';
import type { FilterOptions } from '../protocol/streams.js';
import { invalidArgument } from '../rpc-error.js';

/** How a group picks the consumer of an event. */
export type ConsumerStrategy = (typeof STRATEGIES)[number];

const STRATEGIES = ['DispatchToSingle', 'RoundRobin', 'Pinned', 'PinnedByCorrelation'] as const;

export type GroupSettings = {
  readonly resolveLinkTos: boolean;
  readonly extraStatistics: boolean;
  readonly messageTimeoutMs: number;
  /** Retries of one event before it is parked. */
  readonly maxRetryCount: number;
  readonly checkpointAfterMs: number;
  readonly checkpointCountMin: number;
  readonly checkpointCountMax: number;
  /** 0 for any number. */
  readonly consumerCountMax: number;
  /** Kept for the clients that ask for them; the group reads from the log when it can send. */
  readonly liveBufferSize: number;
  readonly readBatchSize: number;
  readonly historyBufferSize: number;
  readonly strategy: ConsumerStrategy;
};

/** A group as it is stored. */
export type GroupConfig = {
  /** `$all` for the whole store. */
  readonly stream: string;
  readonly group: string;
  /** As it was asked for: a revision, or a position in `$all`. */
  readonly startFrom: number | 'start' | 'end';
  /** First revision or position of the group; where the end was when it was made. */
  readonly startAt: number;
  readonly filter?: FilterOptions;
  readonly settings: GroupSettings;
};

const TICKS_PER_MS = 10_000;
/** How clients write `end` as a revision. */
const END_REVISION = 2n ** 64n - 1n;

export function groupKey(stream: string, group: string): string {
  return `${stream}::${group}`;
}

const OWN_STREAMS = '$persistentsubscription-';

export function checkpointStream({ stream, group }: GroupConfig): string {
  return `${OWN_STREAMS}${groupKey(stream, group)}-checkpoint`;
}

export function parkedStream({ stream, group }: GroupConfig): string {
  return `${OWN_STREAMS}${groupKey(stream, group)}-parked`;
}

/** Whether groups themselves write to the stream, or to its metadata. */
export function isOfGroups(stream: string): boolean {
  return (describedBy(stream) ?? stream).startsWith(OWN_STREAMS);
}

/** @throws RpcError for a consumer strategy that does not exist. */
export function settingsOf(settings: Settings): GroupSettings {
  return {
    resolveLinkTos: settings.resolveLinks ?? false,
    extraStatistics: settings.extraStatistics ?? false,
    messageTimeoutMs: spanMs(settings.messageTimeoutMs, settings.messageTimeoutTicks),
    maxRetryCount: settings.maxRetryCount ?? 0,
    checkpointAfterMs: spanMs(settings.checkpointAfterMs, settings.checkpointAfterTicks),
    checkpointCountMin: settings.minCheckpointCount ?? 0,
    checkpointCountMax: settings.maxCheckpointCount ?? 0,
    consumerCountMax: settings.maxSubscriberCount ?? 0,
    liveBufferSize: settings.liveBufferSize ?? 0,
    readBatchSize: settings.readBatchSize ?? 0,
    historyBufferSize: settings.historyBufferSize ?? 0,
    strategy: strategyOf(settings),
  };
}

/** Where a group starts, from any of the three ways in which clients say it. */
export function startOf({ stream, all, settings }: DefineOptions): GroupConfig['startFrom'] {
  if (all) return named(all, () => all.position?.commitPosition);
  return named(stream, () => stream?.revision ?? settings?.revision);
}

function named(
  options: { readonly start?: object | undefined; readonly end?: object | undefined } | undefined,
  number: () => bigint | undefined,
): GroupConfig['startFrom'] {
  if (options?.end) return 'end';
  if (options?.start) return 'start';
  const from = number() ?? 0n;
  if (from === END_REVISION) return 'end';
  return from === 0n ? 'start' : Number(from);
}

function spanMs(ms: number | undefined, ticks: bigint | undefined): number {
  return ms ?? Number(ticks ?? 0n) / TICKS_PER_MS;
}

function strategyOf({ consumerStrategy, namedConsumerStrategy }: Settings): ConsumerStrategy {
  if (!consumerStrategy) return namedConsumerStrategy ?? 'DispatchToSingle';
  const known = STRATEGIES.find((strategy) => strategy === consumerStrategy);
  if (known) return known;
  const text = `consumer strategy '${consumerStrategy}' does not exist; use ${STRATEGIES.join(', ')}`;
  throw invalidArgument(text);
}
