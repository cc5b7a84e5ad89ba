import { upcastOf } from '#event-shapes';
import type { SessionEvent, SessionOpened } from './session-events.js';

/** Apart from rights: sign-ins are many, and their order beside rights does not matter. */
export const SESSION_STREAM = 'access-sessions';

export type OpenSession = SessionOpened['data'] & { readonly usedAt: string };

/** Sessions that may still be open, by the hash of their token. */
export class OpenSessions {
  readonly #byHash = new Map<string, OpenSession>();
  readonly #hashes = new Map<string, string>();

  byHash(hash: string): OpenSession | undefined {
    return this.#byHash.get(hash);
  }

  byId(sessionId: string): OpenSession | undefined {
    return this.#byHash.get(this.#hashes.get(sessionId) ?? '');
  }

  get all(): readonly OpenSession[] {
    return [...this.#byHash.values()];
  }

  /** Folds one event, in stream order. */
  take({ type, data }: SessionEvent): void {
    if (type === 'SessionOpened') {
      this.#forgetEndedBy(data.openedAt);
      this.#hashes.set(data.sessionId, data.tokenHash);
      this.#byHash.set(data.tokenHash, { ...data, usedAt: data.openedAt });
      return;
    }
    const known = this.byId(data.sessionId);
    if (!known) return;
    if (type === 'SessionEnded') this.#forget(known);
    else if (data.usedAt > known.usedAt) {
      this.#byHash.set(known.tokenHash, { ...known, usedAt: data.usedAt });
    }
  }

  clear(): void {
    this.#byHash.clear();
    this.#hashes.clear();
  }

  /** The oldest are first, and all last as long. */
  #forgetEndedBy(at: string): void {
    for (const session of this.#byHash.values()) {
      if (session.endsAt > at) return;
      this.#forget(session);
    }
  }

  #forget({ sessionId, tokenHash }: OpenSession): void {
    this.#byHash.delete(tokenHash);
    this.#hashes.delete(sessionId);
  }
}

export const upcastSession = upcastOf<SessionEvent>('session', {
  SessionOpened: { personal: { person: 'staff' } },
  SessionUsed: { personal: {} },
  SessionEnded: { personal: { endedBy: 'staff' } },
});

export type SessionLimits = { readonly idleMs: number };

/** Whether it ended by its own time, or since nothing came for a while. */
export function hasEnded(
  { endsAt, usedAt }: OpenSession,
  { idleMs }: SessionLimits,
  nowMs: number,
): boolean {
  return nowMs >= Date.parse(endsAt) || nowMs >= Date.parse(usedAt) + idleMs;
}
