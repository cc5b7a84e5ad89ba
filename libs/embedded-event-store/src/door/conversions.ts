import type { ExpectedRevision } from '#event-store';
import type { EventPlace } from '../engine/stream-writer.js';
import type { ProposedEvent } from '../engine/recorded-event.js';
import type { Decoded } from '#wire';
import type { Position, StreamIdentifier, Uuid } from './protocol/shared.js';
import type { ProposedMessage, RevisionOptions } from './protocol/streams.js';
import { invalidArgument, missingMetadata } from './rpc-error.js';

/** How calls name the whole store where they name a stream. */
export const ALL = '$all';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NOTHING = Buffer.alloc(0);

/** @throws RpcError when there is none. */
export function streamName(identifier: Decoded<typeof StreamIdentifier> | undefined): string {
  const name = identifier?.streamName?.toString() ?? '';
  if (name === '') throw invalidArgument('the stream name must not be empty');
  return name;
}

export function expectedRevision(options: RevisionOptions): ExpectedRevision {
  if (options.revision !== undefined) return options.revision;
  if (options.noStream) return 'no-stream';
  return options.streamExists ? 'stream-exists' : 'any';
}

/** @throws RpcError when it is no UUID. */
export function uuidText(uuid: Decoded<typeof Uuid> | undefined): string {
  if (uuid?.structured) {
    const { mostSignificantBits = 0n, leastSignificantBits = 0n } = uuid.structured;
    return uuidOfHalves(mostSignificantBits, leastSignificantBits);
  }
  const text = uuid?.string ?? '';
  if (!UUID.test(text)) throw invalidArgument(`event id must be a UUID, got "${text}"`);
  return text.toLowerCase();
}

export function uuidOfHalves(high: bigint, low: bigint): string {
  const hex = [high, low].map((half) => BigInt.asUintN(64, half).toString(16).padStart(16, '0'));
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** @throws RpcError when its id is no UUID, or its type or content type is missing. */
export function proposedEvent({
  id,
  metadata,
  customMetadata,
  data,
}: ProposedMessage): ProposedEvent {
  const type = metadata?.get('type');
  const contentType = metadata?.get('content-type');
  const missing = [...(type ? [] : ['type']), ...(contentType ? [] : ['content-type'])];
  if (!type || !contentType) throw missingMetadata(...missing);
  return {
    id: uuidText(id),
    type,
    contentType: contentType === 'application/json' ? contentType : 'application/octet-stream',
    data: data ?? NOTHING,
    metadata: customMetadata ?? NOTHING,
  };
}

export function positionMessage({ position }: EventPlace): Decoded<typeof Position> {
  const both = BigInt(position);
  return { commitPosition: both, preparePosition: both };
}
