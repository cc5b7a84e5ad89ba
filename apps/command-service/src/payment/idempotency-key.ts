import { idOf } from '#event-store';
import { idempotencyKeyMissing, type Caller } from '#platform';
import type { RequestHeaders } from './command-context.js';

/**
 * The caller's Idempotency-Key, bare or quoted (the IETF draft quotes it, Stripe does not).
 *
 * @throws Problem `idempotency-key-missing`
 */
export function idempotencyKeyOf(headers: RequestHeaders): string {
  const header = headers['idempotency-key'];
  return plainKeyOf(typeof header === 'string' ? header : '');
}

/** The same of a key that came another way. @throws Problem `idempotency-key-missing` */
export function plainKeyOf(text: string): string {
  const key = text.replace(/^"(.*)"$/, '$1').trim();
  if (key === '' || key.length > 255) throw idempotencyKeyMissing();
  return key;
}

/** A client's key names one payment, for ever. */
export function paymentIdOf(caller: Caller, key: string): string {
  return idOf('payment', caller.client, key);
}

/** Within one payment a key names one operation; it is also the provider's idempotency key. */
export function operationIdOf(caller: Caller, paymentId: string, key: string): string {
  return idOf('operation', caller.client, paymentId, key);
}
