import { idOf } from '#event-store';
import { idempotencyKeyOf, type Requester } from '#platform';

/** Who asks for a change, and under which id: repeating it is safe. */
export type Asked = { readonly person: string; readonly requestId: string };

/**
 * @param requestId of the body, from callers that send no Idempotency-Key.
 * @throws Problem `idempotency-key-missing` where there is neither.
 */
export function askedBy({ person, key }: Requester, requestId?: string): Asked {
  if (key === undefined && requestId !== undefined) return { person, requestId };
  return { person, requestId: idOf('request', person, idempotencyKeyOf(key)) };
}
