import type { Role } from './roles.js';

/** Who is calling. What is left out of a scope is not bounded by it. */
export type Caller = {
  readonly client: string;
  readonly role: Role;
  /** The person behind it; left out: the one of the client's name. */
  readonly person?: string;
  /** All that it has, where they are several; `role` is the one it acts in. */
  readonly roles?: readonly Role[];
  /** The only merchants whose payments it sees and commands. */
  readonly merchants?: readonly string[];
  /** The only operations it may call, as `POST /v1/payments/{paymentId}/capture`. */
  readonly operations?: readonly string[];
};

/** Whether something of a merchant is the caller's to see and command. */
export function isOfMerchants(
  { merchants }: Pick<Caller, 'merchants'>,
  merchant: unknown,
): boolean {
  return merchants === undefined || (merchants as readonly unknown[]).includes(merchant);
}

/**
 * The person behind a caller, where a change takes two: who holds several keys, or a key and a
 * session, is one. Keys without a person are of the one of their client's name.
 */
export function personOf({ client, person = client }: Caller): string {
  return person;
}
