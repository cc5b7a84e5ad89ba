import { type Content, contentLength, SlabWriter, varintLength, WireReader } from '#wire';
import { SEAL_BYTES, seal } from './stored-event.js';

/** An event as a writer hands it over, already serialised. */
export type ProposedEvent = {
  /** A UUID in lower case. */
  readonly id: string;
  readonly type: string;
  readonly contentType: 'application/json' | 'application/octet-stream';
  readonly data: Content;
  readonly metadata: Content;
};

/** Where an event was put, and when. */
export type Placement = {
  readonly stream: string;
  /** DELETED_REVISION for a tombstone. */
  readonly revision: number;
  readonly position: number;
  readonly createdMs: number;
};

/** Revision of the event that ends a stream for good: 2^63 - 1, as a double. */
export const DELETED_REVISION = 2 ** 63;

const UUID_LENGTH = 36;
/** Tag and length of the id field, up to where the UUID's text begins. */
const ID_TEXT_START = 4;
/** `created` counts 100 ns ticks: milliseconds with four more digits. */
const TICKS_BELOW_MS = '0000';
/** 2^63 - 1 as a varint. */
const DELETED_REVISION_BYTES = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
/** Room for the id, the numbers, the tags and the fixed texts of the metadata map. */
const FIXED_BYTES_MAX = 200;

const writer = new SlabWriter();

/**
 * The event as it is stored: its checksum, then EventStoreDB's `RecordedEvent` message, ready to be
 * spliced into an answer. Its bytes lie in a shared slab: never write to them.
 */
export function encodeRecordedEvent(event: ProposedEvent, placement: Placement): Buffer {
  const { stream, revision, position, createdMs } = placement;
  const streamLength = Buffer.byteLength(stream);
  const metadataLength = contentLength(event.metadata);
  const dataLength = contentLength(event.data);
  const textLengthMax = streamLength + event.type.length * 3;

  writer
    .begin(SEAL_BYTES + FIXED_BYTES_MAX + textLengthMax + metadataLength + dataLength)
    .skip(SEAL_BYTES)
    .byte(0x0a)
    .byte(UUID_LENGTH + 2)
    .byte(0x12)
    .byte(UUID_LENGTH)
    .latin1(event.id)
    .byte(0x12)
    .varint(1 + varintLength(streamLength) + streamLength)
    .field(0x1a, stream, streamLength)
    .byte(0x18);
  if (revision === DELETED_REVISION) for (const byte of DELETED_REVISION_BYTES) writer.byte(byte);
  else writer.varint(revision);
  writer
    .byte(0x20)
    .varint(position)
    .byte(0x28)
    .varint(position)
    .mapEntry(0x32, 'type', event.type)
    .mapEntry(0x32, 'content-type', event.contentType)
    .mapEntry(0x32, 'created', `${createdMs}${TICKS_BELOW_MS}`);
  if (metadataLength > 0) writer.field(0x3a, event.metadata, metadataLength);
  if (dataLength > 0) writer.field(0x42, event.data, dataLength);
  return seal(writer.finish());
}

/** Everything a reader may ask of a stored event. `data` and `metadata` are views, not copies. */
export type RecordedFields = {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly type: string;
  readonly isJson: boolean;
  readonly createdMs: number;
  readonly metadata: Buffer;
  readonly data: Buffer;
};

const NOTHING: Buffer = Buffer.alloc(0);

export function decodeRecordedEvent(bytes: Buffer): RecordedFields {
  const reader = new WireReader(bytes);
  const found = {
    id: '',
    stream: '',
    revision: 0,
    position: 0,
    type: '',
    isJson: false,
    createdMs: 0,
    metadata: NOTHING,
    data: NOTHING,
  };
  while (!reader.done) {
    const tag = reader.varint();
    if (tag === 0x0a) {
      found.id = bytes.toString('latin1', ID_TEXT_START, ID_TEXT_START + UUID_LENGTH);
      reader.offset = reader.lengthEnd();
    } else if (tag === 0x12) {
      reader.varint();
      reader.varint();
      found.stream = reader.text();
    } else if (tag === 0x18) found.revision = reader.varint();
    else if (tag === 0x28) found.position = reader.varint();
    else if (tag === 0x32) readMapEntry(reader, found);
    else if (tag === 0x3a) found.metadata = reader.chunk();
    else if (tag === 0x42) found.data = reader.chunk();
    else reader.skip(tag & 7);
  }
  return found;
}

/** The event's id, without decoding the rest. */
export function idOfRecorded(bytes: Buffer): string {
  return bytes.toString('latin1', ID_TEXT_START, ID_TEXT_START + UUID_LENGTH);
}

function readMapEntry(
  reader: WireReader,
  found: { type: string; isJson: boolean; createdMs: number },
): void {
  reader.varint();
  reader.varint();
  const key = reader.text();
  reader.varint();
  const value = reader.text();
  if (key === 'type') found.type = value;
  else if (key === 'content-type') found.isJson = value === 'application/json';
  else if (key === 'created') found.createdMs = Number(value.slice(0, -TICKS_BELOW_MS.length));
}
