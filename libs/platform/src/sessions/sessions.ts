import { createHash, randomBytes } from 'node:crypto';
import type { Caller } from '#access';

/** A person at the console, for as long as the browser sends the token back. */
export type Session = {
  readonly caller: Caller;
  /** The API key that was signed in with; of this memory only. */
  readonly key: string;
  /** When it ends unless a request comes before, in milliseconds since the epoch. */
  readonly idleEndMs: number;
  /** When it ends at the latest. */
  readonly endMs: number;
};

export type SessionsOptions = {
  readonly idleMs?: number;
  readonly wholeMs?: number;
  /** Beyond it the session that was used the longest ago is ended. */
  readonly countMax?: number;
  /** The same of one caller's sessions: sign-ins without end end no other caller's. */
  readonly ownMax?: number;
  readonly nowMs?: () => number;
};

const MINUTE_MS = 60_000;
const TOKEN_BYTES = 32;

/**
 * The sessions of this process. A browser keeps a token instead of a key; what is kept here is the
 * token's hash, so that a dump of one memory page opens no session.
 */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #options: Required<SessionsOptions>;

  constructor(options: SessionsOptions = {}) {
    this.#options = {
      idleMs: 30 * MINUTE_MS,
      wholeMs: 12 * 60 * MINUTE_MS,
      countMax: 10_000,
      ownMax: 100,
      nowMs: () => Date.now(),
      ...options,
    };
  }

  /** @returns the token, which is nowhere else. */
  open(caller: Caller, key: string): string {
    const { idleMs, wholeMs, countMax, ownMax, nowMs } = this.#options;
    this.#endLongestUnused(ownMax, (session) => isOf(caller, session));
    this.#endLongestUnused(countMax, () => true);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = nowMs();
    this.#sessions.set(hashOf(token), {
      caller,
      key,
      idleEndMs: now + Math.min(idleMs, wholeMs),
      endMs: now + wholeMs,
    });
    return token;
  }

  /** Leaves place for one more. */
  #endLongestUnused(max: number, isOne: (session: Session) => boolean): void {
    const counted = [...this.#sessions].filter(([, session]) => isOne(session));
    const [first] = counted;
    if (first && counted.length >= max) this.#sessions.delete(first[0]);
  }

  /** The session of a token, which goes on by this; null when there is none any more. */
  use(token: string): Session | null {
    const { idleMs, nowMs } = this.#options;
    const hash = hashOf(token);
    const session = this.#sessions.get(hash);
    this.#sessions.delete(hash);
    const now = nowMs();
    if (!session || now >= session.idleEndMs || now >= session.endMs) return null;
    const used = { ...session, idleEndMs: Math.min(now + idleMs, session.endMs) };
    // Deleted and set, so that the map is in the order of last use.
    this.#sessions.set(hash, used);
    return used;
  }

  close(token: string): void {
    this.#sessions.delete(hashOf(token));
  }
}

function isOf({ client, role }: Caller, { caller }: Session): boolean {
  return caller.client === client && caller.role === role;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
