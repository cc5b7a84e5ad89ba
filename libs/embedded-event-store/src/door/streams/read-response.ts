import type { LogEntry } from '../../engine/log-entry.js';
import { type Decoded, varintLength, writeVarint } from '#wire';
import { type Position, Uuid } from '../protocol/shared.js';
import { ReadNotice } from '../protocol/streams.js';

/** An event as it is sent: itself, or the event a link points to together with the link. */
export type Resolved = {
  readonly event: LogEntry | undefined;
  readonly link: LogEntry | undefined;
};

export type UuidForm = 'string' | 'structured';

/** Length of the id field in a stored event, the first in its bytes. */
const ID_BYTES = 40;

/** A `ReadResp` with one event, whose stored bytes are copied and never decoded. */
export function eventResponse(resolved: Resolved, uuids: UuidForm): Buffer {
  return response(resolved, uuids, []);
}

/** The same for a persistent subscription, which adds how often it was sent before. */
export function consumedEventResponse(
  resolved: Resolved,
  retryCount: number,
  uuids: UuidForm,
): Buffer {
  const count = Buffer.alloc(1 + varintLength(retryCount), 0x28);
  writeVarint(count, retryCount, 1);
  return response(resolved, uuids, count);
}

function response(
  { event, link }: Resolved,
  uuids: UuidForm,
  more: Uint8Array | readonly [],
): Buffer {
  const position = (link ?? event)?.position ?? 0;
  const parts: [tag: number, bytes: Buffer][] = [];
  if (event) parts.push([0x0a, withUuid(event.bytes, uuids)]);
  if (link) parts.push([0x12, withUuid(link.bytes, uuids)]);
  let length = 1 + varintLength(position) + more.length;
  for (const [, { length: part }] of parts) length += 1 + varintLength(part) + part;

  const target = Buffer.allocUnsafe(1 + varintLength(length) + length);
  target[0] = 0x0a;
  let at = writeVarint(target, length, 1);
  for (const [tag, bytes] of parts) {
    target[at++] = tag;
    at = writeVarint(target, bytes.length, at);
    target.set(bytes, at);
    at += bytes.length;
  }
  target[at++] = 0x18;
  at = writeVarint(target, position, at);
  target.set(more, at);
  return target;
}

export function confirmation(subscriptionId: string): Buffer {
  return ReadNotice.encode({ confirmation: { subscriptionId } });
}

export function checkpoint(position: number): Buffer {
  return ReadNotice.encode({ checkpoint: positionOf(position) });
}

/** Where a subscription has caught up; a stream without events has no revision to tell. */
export function caughtUp(at: { readonly revision?: number; readonly position?: number }): Buffer {
  const { revision = -1, position } = at;
  const now = Date.now();
  const seconds = BigInt(Math.floor(now / 1000));
  return ReadNotice.encode({
    caughtUp: {
      timestamp: { seconds, nanos: (now % 1000) * 1_000_000 },
      ...(revision >= 0 && { streamRevision: BigInt(revision) }),
      ...(position !== undefined && { position: positionOf(position) }),
    },
  });
}

/** Where the stream begins, for a read that asked for events before it. */
export function firstStreamPosition(revision: number): Buffer {
  return ReadNotice.encode({ firstStreamPosition: BigInt(revision) });
}

/** Where the stream ended when it was read. */
export function lastStreamPosition(revision: number): Buffer {
  return ReadNotice.encode({ lastStreamPosition: BigInt(revision) });
}

export function streamNotFound(stream: string): Buffer {
  return ReadNotice.encode({
    streamNotFound: { streamIdentifier: { streamName: Buffer.from(stream) } },
  });
}

function positionOf(position: number): Decoded<typeof Position> {
  const both = BigInt(position);
  return { commitPosition: both, preparePosition: both };
}

function withUuid(bytes: Buffer, uuids: UuidForm): Buffer {
  if (uuids === 'string') return bytes;
  const hex = bytes.toString('latin1', 4, ID_BYTES).replaceAll('-', '');
  const half = (start: number) => BigInt.asIntN(64, BigInt(`0x${hex.slice(start, start + 16)}`));
  const id = Uuid.encode({
    structured: { mostSignificantBits: half(0), leastSignificantBits: half(16) },
  });
  return Buffer.concat([Buffer.from([0x0a, id.length]), id, bytes.subarray(ID_BYTES)]);
}
