import { createHash, hash } from 'node:crypto';

/** SHA-256 with the prefixes of RFC 9162, section 2.1.1, so that no leaf passes for a node. */
export const HASH_BYTES = 32;
export const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;

export const EMPTY_ROOT: Buffer = createHash('sha256').digest();

export function leafHash(content: Uint8Array): Buffer {
  return createHash('sha256').update(Uint8Array.of(LEAF_PREFIX)).update(content).digest();
}

/** The same of content that lies behind its prefix already, without a copy. */
export function leafHashOfPrefixed(prefixed: Uint8Array): Buffer {
  return sha256(prefixed);
}

/** Where every pair is put together: hashing is synchronous. */
const PAIR = Buffer.alloc(1 + 2 * HASH_BYTES, NODE_PREFIX);

/** @throws RangeError when one of them is no SHA-256. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) {
    throw new RangeError(`a hash has ${HASH_BYTES} bytes`);
  }
  PAIR.set(left, 1);
  PAIR.set(right, 1 + HASH_BYTES);
  return sha256(PAIR);
}

/** By way of a text: Node makes a buffer of its own three times as slowly, 1.2 against 0.4 us. */
function sha256(bytes: Uint8Array): Buffer {
  return Buffer.from(hash('sha256', bytes, 'binary'), 'binary');
}

export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
