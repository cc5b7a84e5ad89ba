import { Problem } from './problem.js';

/** What a command without a usable Idempotency-Key is answered. */
export function idempotencyKeyMissing(): Problem {
  const message = 'must be 1 to 255 characters, new for each command and kept for its repeats';
  return new Problem('idempotency-key-missing', undefined, [{ field: 'Idempotency-Key', message }]);
}
