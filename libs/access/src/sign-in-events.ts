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

export type SignInEvent = CredentialsSet | SignInFailed | SignedIn;
