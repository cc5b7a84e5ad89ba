import type { EventShape } from '#event-shapes';
import type { Role } from './roles.js';

/** A key as it was made: who may call with it, what, and until when. The key itself is nowhere. */
export type KeyFacts = {
  readonly keyId: string;
  /** SHA-256 of the key, which is 256 random bits, in hexadecimal. */
  readonly hash: string;
  readonly client: string;
  readonly role: Role;
  /** Who holds it; null: the person of the client's name. */
  readonly person: string | null;
  /** Null: those of all merchants. */
  readonly merchants: readonly string[] | null;
  /** Null: all of its role. */
  readonly operations: readonly string[] | null;
  /** Null: none. */
  readonly expiresAt: string | null;
  /** `variable`: it was found in API_KEYS, and counts only where that still names it. */
  readonly origin: 'made' | 'variable';
  readonly createdBy: string;
  readonly createdAt: string;
};

export type ApiKeyCreated = EventShape<'ApiKeyCreated', KeyFacts>;

/** It opens nothing any more, in no service, even where the variable names it. */
export type ApiKeyRevoked = EventShape<
  'ApiKeyRevoked',
  {
    readonly keyId: string;
    readonly note: string;
    readonly revokedBy: string;
    readonly revokedAt: string;
  }
>;

export type KeyEvent = ApiKeyCreated | ApiKeyRevoked;
