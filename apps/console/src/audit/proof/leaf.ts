import type { OperationsTypes } from '#client';
import { bytesOf, fromBase64, joined, sha256, type Bytes } from './bytes.js';

export type StoredEvent = OperationsTypes.StoredEventResponse;

const FORMAT = 'assay-event-1\n';
const LENGTH_BYTES = 4;
const LEAF = Uint8Array.of(0);

/** The hash of an event's leaf: the format's name, then ten fields, each behind its length. */
export function leafHashOf(event: StoredEvent): Promise<Bytes> {
  const { stream, revision, id, type, contentType, createdTicks, commit, prepare } = event;
  const texts = [stream, revision, id, type, contentType, createdTicks, commit, prepare];
  const fields = [...texts.map(bytesOf), fromBase64(event.data), fromBase64(event.metadata)];
  const content = fields.flatMap((field) => [lengthOf(field), field]);
  return sha256(LEAF, bytesOf(FORMAT), joined(content));
}

function lengthOf(field: Uint8Array): Uint8Array {
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, field.length);
  return length;
}
