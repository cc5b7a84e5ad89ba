import type { EventShape } from '#event-shapes';

/** What a person signs in with. Sealed: encrypted under a key that is not in the ledger. */
export type CredentialsSet = EventShape<
  'CredentialsSet',
  {
    readonly person: string;
    /** Of the invitation that it was set by. */
    readonly invitationHash: string;
    /** The argon2id hash of the password. */
    readonly sealedPassword: string;
    readonly sealedTotp: string;
    /** SHA-256 of each code, which is 80 random bits and opens once. */
    readonly recoveryHashes: readonly string[];
    readonly setAt: string;
  }
>;

/** A password or a code was wrong. */
export type SignInFailed = EventShape<
  'SignInFailed',
  { readonly person: string; readonly failedAt: string }
>;

export type SignedIn = EventShape<
  'SignedIn',
  {
    readonly person: string;
    /** The 30 seconds that the code was of; null: a recovery code. */
    readonly totpStep: number | null;
    /** The recovery code that is spent by this. */
    readonly recoveryHash: string | null;
    readonly signedInAt: string;
  }
>;

/**
 * A provider of identities named the person for the first time; from then on only this account of
 * it is the person; the name alone is not it.
 */
export type AccountLinked = EventShape<
  'AccountLinked',
  {
    readonly person: string;
    /** The invitation that the person stood by; a newer one begins again. */
    readonly invitationHash: string;
    /** SHA-256 of the provider's address and its own id of the account. */
    readonly accountHash: string;
    readonly linkedAt: string;
  }
>;

export type SignInEvent = CredentialsSet | SignInFailed | SignedIn | AccountLinked;
