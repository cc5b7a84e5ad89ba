import { createParamDecorator } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { markReplayed } from '../http/answer.js';
import { personOf } from '#access';
import { callerOf } from '../keys/guard.js';
import { Problem } from '../problem/problem.js';

/**
 * Printable ASCII with single words or several: anything else comes as other characters through a
 * header than through a body, and would name another command.
 */
const KEY = /^[\x20-\x7e]{1,255}$/;

const MESSAGE =
  'must be 1 to 255 printable ASCII characters, new for each command and kept for its repeats';

/**
 * The key that names a command, bare or quoted (the IETF draft quotes it, Stripe does not). One
 * rule, whether it comes in a header or in a batch.
 *
 * @param field where it was sent, for the refusal.
 * @throws Problem `idempotency-key-missing`, or `idempotency-key-invalid` for other characters.
 */
export function idempotencyKeyOf(sent: unknown, field = 'Idempotency-Key'): string {
  const key = typeof sent === 'string' ? sent.replace(/^"(.*)"$/, '$1').trim() : '';
  if (KEY.test(key)) return key;
  const isMissing = key === '' || key.length > 255;
  const code = isMissing ? 'idempotency-key-missing' : 'idempotency-key-invalid';
  throw new Problem(code, undefined, [{ field, message: MESSAGE }]);
}

type KeyedRequest = { readonly headers: Readonly<Record<string, unknown>> };

/** Hands a controller's method the key. @throws Problem as `idempotencyKeyOf` does. */
export const IdempotencyKey = createParamDecorator((_none: unknown, context): string =>
  idempotencyKeyOf(context.switchToHttp().getRequest<KeyedRequest>().headers['idempotency-key']),
);

/** The person who requests a change, and the key that may name the request. */
export type Requester = {
  readonly person: string;
  readonly key: string | undefined;
  /** Marks the answer as that of a request which was recorded before. */
  readonly replayed: () => void;
};

/** Hands a controller's method the requester. @throws Problem as `idempotencyKeyOf` does. */
export const Requester = createParamDecorator((_none: unknown, context): Requester => {
  const http = context.switchToHttp();
  const request = http.getRequest<KeyedRequest>();
  const key = request.headers['idempotency-key'];
  return {
    person: personOf(callerOf(request)),
    key: key === undefined ? undefined : idempotencyKeyOf(key),
    replayed: () => markReplayed(http.getResponse()),
  };
});

/** A request that a key may name, in the OpenAPI document. */
export function NamedByKey(): MethodDecorator {
  return ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Names the request of its person; a repeat changes nothing.',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]*$' },
  });
}
