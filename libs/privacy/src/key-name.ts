import { randomBytes } from './random-bytes.js';
import { ID_BYTES, type Slot } from './slot.js';

const RADIX = 36;

/**
 * What a sealed text calls its key: where it is looked for, and its random id, which has to be
 * found there. The place alone says nothing: an older file of keys gives it to another key.
 */
export function nameOf(place: number, { id }: Pick<Slot, 'id'>): string {
  const at = place.toString(RADIX);
  return id ? `${at}.${id.toString('base64url')}` : at;
}

export function placeOf(name: string): number {
  return Number.parseInt(name, RADIX);
}

/** The id alone; of a key that has none, its whole name. */
export function idIn(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}

export function newId(): Buffer {
  return randomBytes(ID_BYTES);
}

/** What a wrapped key is bound to: under another id, or another subject, it is none. */
export function bindingOf(place: number, { id, subject }: Pick<Slot, 'id' | 'subject'>): Buffer {
  if (id) return Buffer.concat([id, subject]);
  const at = Buffer.alloc(8);
  at.writeBigUInt64BE(BigInt(place));
  return Buffer.concat([at, subject]);
}
