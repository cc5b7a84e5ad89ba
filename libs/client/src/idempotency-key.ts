/**
 * Names one intent, as "refund order 1001 once". Keep it with the intent before the first call: a
 * key that is made again for a repeat makes a second command of it.
 */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}
