import { idOf } from '#event-store';
import { callerOf, idempotencyKeyIn, idempotencyKeyOf, personOf } from '#platform';

/** Who asks for a change, and under which id: repeating it is safe. */
export type Asked = { readonly person: string; readonly requestId: string };

/**
 * @param requestId of the body, from callers that send no Idempotency-Key.
 * @throws Problem `idempotency-key-missing` where there is neither, `idempotency-key-invalid`.
 */
export function askedBy(request: unknown, requestId?: string): Asked {
  const person = personOf(callerOf(request));
  const key = idempotencyKeyIn(request);
  if (key === undefined && requestId !== undefined) return { person, requestId };
  return { person, requestId: idOf('request', person, idempotencyKeyOf(key)) };
}
