import { idOf } from '#event-store';
import { idempotencyKeyOf, type Requester } from '#platform';

/** Who asks for a change, and under which id: repeating it is safe. */
export type ChangeRequest = Pick<Requester, 'person' | 'replayed'> & { readonly requestId: string };

/**
 * @param requestId of the body, from callers that send no Idempotency-Key.
 * @throws Problem `idempotency-key-missing` where there is neither.
 */
export function changeRequestOf(
  { person, key, replayed }: Requester,
  requestId?: string,
): ChangeRequest {
  if (key === undefined && requestId !== undefined) return { person, replayed, requestId };
  return { person, replayed, requestId: idOf('request', person, idempotencyKeyOf(key)) };
}
