import type { EventShape } from '#event-shapes';

/** A browser may act as a person, or as the holder of a key, with a token of 256 random bits. */
export type SessionOpened = EventShape<
  'SessionOpened',
  {
    readonly sessionId: string;
    /** SHA-256 of the token, in hexadecimal. */
    readonly tokenHash: string;
    /** Whose roles it has; null: those of the key. */
    readonly person: string | null;
    readonly keyId: string | null;
    readonly openedAt: string;
    readonly endsAt: string;
  }
>;

/** It was used; said so rarely that it tells only whether it has been idle. */
export type SessionUsed = EventShape<
  'SessionUsed',
  { readonly sessionId: string; readonly usedAt: string }
>;

export type SessionEnded = EventShape<
  'SessionEnded',
  { readonly sessionId: string; readonly endedBy: string; readonly endedAt: string }
>;

export type SessionEvent = SessionOpened | SessionUsed | SessionEnded;
