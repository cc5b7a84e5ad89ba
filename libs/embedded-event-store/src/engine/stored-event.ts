import { hash } from 'node:crypto';
import { EventDamaged } from '#event-store';

/**
 * First byte of an event that is stored with a checksum: several bits away from the one with which
 * the events of earlier versions begin, which have none.
 */
const WITH_CHECKSUM = 0xc5;
const WITHOUT_CHECKSUM = 0x0a;
const CHECKSUM_AT = 1;
/** Of a SHA-256, of which that much tells any two messages apart that chance makes. */
const CHECKSUM_BYTES = 8;

/** Room before an event's message for what is stored with it. */
export const SEAL_BYTES = CHECKSUM_AT + CHECKSUM_BYTES;

/** Writes the checksum of a message into the room before it. */
export function seal(stored: Buffer): Buffer {
  stored[0] = WITH_CHECKSUM;
  sumOf(messageOf(stored)).copy(stored, CHECKSUM_AT, 0, CHECKSUM_BYTES);
  return stored;
}

export function hasChecksum(stored: Buffer): boolean {
  return stored[0] === WITH_CHECKSUM;
}

/**
 * The message of a stored event, compared with its checksum.
 *
 * @throws EventDamaged when it is not what was written.
 */
export function unseal(stored: Buffer, position: number): Buffer {
  if (stored[0] === WITHOUT_CHECKSUM) return stored;
  if (!hasChecksum(stored) || stored.length < SEAL_BYTES) throw new EventDamaged(position);
  const message = messageOf(stored);
  const sum = sumOf(message);
  if (sum.compare(stored, CHECKSUM_AT, SEAL_BYTES, 0, CHECKSUM_BYTES) !== 0) {
    throw new EventDamaged(position);
  }
  return message;
}

/** Of an event that this process has just written. */
export function messageOf(stored: Buffer): Buffer {
  return stored.subarray(SEAL_BYTES);
}

function sumOf(message: Buffer): Buffer {
  // By way of a text: Node makes a buffer of its own three times as slowly.
  return Buffer.from(hash('sha256', message, 'binary'), 'binary');
}
