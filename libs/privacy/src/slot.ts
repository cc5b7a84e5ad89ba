import { crc32 } from 'node:zlib';
import { IV_BYTES, KEY_BYTES, KEY_ID_BYTES, TAG_BYTES, type Wrapped } from './master-key.js';

/** Length of the place of each key, a divisor of a sector: a write of one is whole or absent. */
export const SLOT_BYTES = 128;

export const SUBJECT_BYTES = 32;

/** Length of what names a key: random, so that in no copy of the file another has the same. */
export const ID_BYTES = 12;

/** `header`: the secret of keyed hashes, in place 0. `erased`: nothing is left but when it was. */
export type SlotState = 'header' | 'live' | 'erased';

export type Slot = {
  readonly state: SlotState;
  /** Null: of the header, and of keys from before they had ids. */
  readonly id: Buffer | null;
  /** Keyed hash of whom it is about. */
  readonly subject: Buffer;
  /** Since when it is in this state, Unix milliseconds. */
  readonly atMs: number;
  /** Zeros once it is erased. */
  readonly wrapped: Wrapped;
};

const FORMAT_WITHOUT_ID = 1;
const FORMAT = 2;
const STATES: readonly SlotState[] = ['header', 'live', 'erased'];
const STATE_CODE = 0x41;

const KEY_ID_AT = 4;
const SUBJECT_AT = KEY_ID_AT + KEY_ID_BYTES;
const IV_AT = SUBJECT_AT + SUBJECT_BYTES;
const KEY_AT = IV_AT + IV_BYTES;
const TAG_AT = KEY_AT + KEY_BYTES;
const TIME_AT = TAG_AT + TAG_BYTES;
const ID_AT = TIME_AT + 8;
const CHECKSUM_AT = SLOT_BYTES - 4;

export const NO_KEY: Wrapped = {
  masterKeyId: Buffer.alloc(KEY_ID_BYTES),
  iv: Buffer.alloc(IV_BYTES),
  key: Buffer.alloc(KEY_BYTES),
  tag: Buffer.alloc(TAG_BYTES),
};

export function encodeSlot({ state, id, subject, atMs, wrapped }: Slot): Buffer {
  const bytes = Buffer.alloc(SLOT_BYTES);
  bytes[0] = STATE_CODE + STATES.indexOf(state);
  bytes[1] = id ? FORMAT : FORMAT_WITHOUT_ID;
  id?.copy(bytes, ID_AT);
  wrapped.masterKeyId.copy(bytes, KEY_ID_AT);
  subject.copy(bytes, SUBJECT_AT);
  wrapped.iv.copy(bytes, IV_AT);
  wrapped.key.copy(bytes, KEY_AT);
  wrapped.tag.copy(bytes, TAG_AT);
  bytes.writeBigUInt64BE(BigInt(atMs), TIME_AT);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, CHECKSUM_AT)), CHECKSUM_AT);
  return bytes;
}

/** Null for bytes that are no whole slot, as a write leaves that was cut short. */
export function decodeSlot(bytes: Buffer): Slot | null {
  const state = STATES[(bytes[0] ?? 0) - STATE_CODE];
  const format = bytes[1];
  if (bytes.length !== SLOT_BYTES || state === undefined) return null;
  if (format !== FORMAT && format !== FORMAT_WITHOUT_ID) return null;
  if (bytes.readUInt32BE(CHECKSUM_AT) !== crc32(bytes.subarray(0, CHECKSUM_AT))) return null;
  return {
    state,
    id: format === FORMAT ? bytes.subarray(ID_AT, ID_AT + ID_BYTES) : null,
    subject: bytes.subarray(SUBJECT_AT, IV_AT),
    atMs: Number(bytes.readBigUInt64BE(TIME_AT)),
    wrapped: {
      masterKeyId: bytes.subarray(KEY_ID_AT, SUBJECT_AT),
      iv: bytes.subarray(IV_AT, KEY_AT),
      key: bytes.subarray(KEY_AT, TAG_AT),
      tag: bytes.subarray(TAG_AT, TIME_AT),
    },
  };
}
