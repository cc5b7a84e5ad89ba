import type { Role } from './roles.js';

/** Who is calling. What is left out of a scope is not bounded by it. */
export type Caller = {
  readonly client: string;
  readonly role: Role;
  /** The person behind it; left out: the one of the client's name. */
  readonly person?: string;
  /** The only merchants whose payments it sees and commands. */
  readonly merchants?: readonly string[];
  /** The only operations it may call, as `POST /v1/payments/{paymentId}/capture`. */
  readonly operations?: readonly string[];
};

/**
 * The person behind a caller, where a change takes two: whoever holds several keys, or a key and a
 * session, is one. Keys without a person are of the one of their client's name.
 */
export function personOf({ client, person = client }: Caller): string {
  return person;
}
