import { idOf } from '#event-store';
import type { Caller } from '#platform';

/** A client's key names one payment, for ever. */
export function paymentIdOf(caller: Caller, key: string): string {
  return idOf('payment', caller.client, key);
}

/** Within one payment a key names one operation; it is also the provider's idempotency key. */
export function operationIdOf(caller: Caller, paymentId: string, key: string): string {
  return idOf('operation', caller.client, paymentId, key);
}
