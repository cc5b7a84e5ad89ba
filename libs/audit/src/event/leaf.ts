import { LEAF_PREFIX, leafHashOfPrefixed } from '../tree/hashes.js';

/** An event byte for byte as its store keeps it, and where. */
export type LeafEvent = {
  readonly stream: string;
  readonly revision: bigint;
  /** A UUID in lower case. */
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  /** When the store wrote it, in units of 100 ns since 1970. */
  readonly createdTicks: bigint;
  readonly position: { readonly commit: bigint; readonly prepare: bigint };
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
};

/** Names the order of the fields; another order, or a further field, is another name. */
const FORMAT = 'assay-event-1\n';
const LENGTH_BYTES = 4;
const UTF8_BYTES_MAX = 3;
const BY_HAND_MAX = 64;
const ASCII_MAX = 0x7f;
/** Room for the numbers, the lengths, the format's name and the prefix. */
const FIXED_BYTES_MAX = 256;

let room = Buffer.alloc(64 * 1024);

/**
 * What is hashed of an event: the format's name, then ten fields, each behind its length in bytes
 * (four, the highest first): stream, revision, id, type, content type, created, commit position,
 * prepare position, data, metadata. Numbers are decimal digits.
 */
export function leafContent(event: LeafEvent): Buffer {
  return Buffer.from(writeLeaf(event).subarray(1));
}

/** The hash of the event's leaf. */
export function eventLeafHash(event: LeafEvent): Buffer {
  return leafHashOfPrefixed(writeLeaf(event));
}

/** @returns a view that the next call overwrites, with the leaf's prefix. */
function writeLeaf(event: LeafEvent): Buffer {
  const { stream, id, type, contentType, position, data, metadata } = event;
  const textLength = stream.length + id.length + type.length + contentType.length;
  const lengthMax = FIXED_BYTES_MAX + textLength * UTF8_BYTES_MAX + data.length + metadata.length;
  if (lengthMax > room.length) room = Buffer.alloc(lengthMax * 2);
  room[0] = LEAF_PREFIX;
  let at = 1 + room.write(FORMAT, 1);
  at = writeText(stream, at);
  at = writeText(event.revision.toString(), at);
  at = writeText(id, at);
  at = writeText(type, at);
  at = writeText(contentType, at);
  at = writeText(event.createdTicks.toString(), at);
  at = writeText(position.commit.toString(), at);
  at = writeText(position.prepare.toString(), at);
  at = writeBytes(data, at);
  at = writeBytes(metadata, at);
  return room.subarray(0, at);
}

/** Short texts of ASCII, as nearly all are, are moved by hand: a call would cost more. */
function writeText(text: string, at: number): number {
  const start = at + LENGTH_BYTES;
  const { length } = text;
  if (length <= BY_HAND_MAX) {
    let moved = 0;
    while (moved < length) {
      const code = text.charCodeAt(moved);
      if (code > ASCII_MAX) break;
      room[start + moved] = code;
      moved += 1;
    }
    if (moved === length) return start + writeLength(length, at);
  }
  return start + writeLength(room.write(text, start), at);
}

function writeLength(length: number, at: number): number {
  room[at] = length >>> 24;
  room[at + 1] = length >>> 16;
  room[at + 2] = length >>> 8;
  room[at + 3] = length;
  return length;
}

function writeBytes(bytes: Uint8Array, at: number): number {
  const start = at + LENGTH_BYTES;
  writeLength(bytes.length, at);
  room.set(bytes, start);
  return start + bytes.length;
}
