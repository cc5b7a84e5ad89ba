import { DELETED_REVISION } from './recorded-event.js';

/** What a stream's `$metadata` event says about which of its events are still visible. */
export type StreamMetadata = {
  /** Events below this revision are gone; SOFT_DELETED for all of them. */
  readonly truncateBefore?: number;
  readonly maxCount?: number;
  readonly maxAgeSeconds?: number;
};

/** `$tb` of a soft-deleted stream: 2^63 - 1, as a double. */
export const SOFT_DELETED = DELETED_REVISION;

const NO_METADATA: StreamMetadata = {};

/**
 * What the writer must know of a stream to decide on an append, including appends that are still
 * on their way to the disk.
 */
export class StreamState {
  /** Revision of the last event, -1 without any; a tombstone does not count. */
  head = -1;
  metadata = NO_METADATA;
  /** Position of the event that ended the stream for good; 0 while it may be written to. */
  tombstone = 0;
  /** Positions of the events from `tailStart` to `head`, which the index does not hold yet. */
  tail: number[] = [];
  tailStart = 0;
  /** Counts changes, to tell whether the record on disk is still the latest. */
  changes = 0;

  constructor(
    readonly name: string,
    /** The stream's number in the index; given with its first event. */
    readonly number: number,
  ) {}

  get tombstoned(): boolean {
    return this.tombstone > 0;
  }

  get softDeleted(): boolean {
    return this.metadata.truncateBefore === SOFT_DELETED;
  }
}

/** Reads the data of a `$metadata` event; what cannot be understood counts as absent. */
export function parseStreamMetadata(data: Buffer): StreamMetadata {
  let json: unknown;
  try {
    json = JSON.parse(data.toString());
  } catch {
    return NO_METADATA;
  }
  if (typeof json !== 'object' || json === null) return NO_METADATA;
  const { $tb, $maxCount, $maxAge } = json as Record<string, unknown>;
  return {
    ...(isCount($tb) && { truncateBefore: $tb }),
    ...(isCount($maxCount) && $maxCount > 0 && { maxCount: $maxCount }),
    ...(isCount($maxAge) && $maxAge > 0 && { maxAgeSeconds: $maxAge }),
  };
}

/** Six bytes each of stream number, head + 1 and tombstone, then the metadata as JSON. */
export function encodeStreamState(state: StreamState): Buffer {
  const metadata = state.metadata === NO_METADATA ? '' : JSON.stringify(state.metadata);
  const bytes = Buffer.allocUnsafe(FIXED_BYTES + Buffer.byteLength(metadata));
  bytes.writeUIntBE(state.number, 0, 6);
  bytes.writeUIntBE(state.head + 1, 6, 6);
  bytes.writeUIntBE(state.tombstone, 12, 6);
  bytes.write(metadata, FIXED_BYTES);
  return bytes;
}

export function decodeStreamState(name: string, bytes: Buffer): StreamState {
  const state = new StreamState(name, bytes.readUIntBE(0, 6));
  state.head = bytes.readUIntBE(6, 6) - 1;
  state.tailStart = state.head + 1;
  state.tombstone = bytes.readUIntBE(12, 6);
  if (bytes.length > FIXED_BYTES) {
    state.metadata = JSON.parse(bytes.toString('utf8', FIXED_BYTES)) as StreamMetadata;
  }
  return state;
}

const FIXED_BYTES = 18;

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0;
}
