import { createHash } from 'node:crypto';
import {
  callerOfKey,
  callerOfSession,
  hasEnded,
  NO_ACCESS,
  ROLES,
  type Access,
  type Caller,
  type KnownKey,
  type OpenSession,
  type Role,
  type VariableKey,
} from '#access';
import { Problem } from '../problem/problem.js';

/** `client:role:sha256-hex-of-the-key`. */
const ENTRY = `[a-z0-9-]{1,64}:(${ROLES.join('|')}):[0-9a-f]{64}`;

export const API_KEYS_PATTERN = new RegExp(`^${ENTRY}(,${ENTRY})*$`);

export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** RFC 9110: the scheme is case-insensitive, with spaces behind it. */
const BEARER = /^Bearer +(.*)$/i;

/** Recently seen keys, so that a busy client is not hashed at every request. */
const RECENT_MAX = 1000;
const SESSIONS_MAX = 10_000;

const MINUTE_MS = 60_000;
/** A session without a request for so long has ended. */
const IDLE_MS = 30 * MINUTE_MS;
/** How old the ledger's word of a session's last use may become. */
const USE_RECORDED_MS = 5 * MINUTE_MS;

export type UsedSession = {
  readonly session: OpenSession;
  readonly caller: Caller;
  /** When it ends unless a request comes before, in milliseconds since the epoch. */
  readonly idleEndMs: number;
};

/**
 * Knows the callers by the hashes of their keys: those of the variable API_KEYS, and keys and
 * sessions of the ledger as far as it was read. Keys are held in memory only while in use.
 */
export class ApiKeys {
  readonly #ofVariable = new Map<string, VariableKey>();
  #access: Access = NO_ACCESS;
  /** Hashes by the header that they were made of. */
  readonly #recent = new Map<string, string>();
  readonly #usedMs = new Map<string, number>();
  readonly #sessionUsedMs = new Map<string, number>();
  readonly #saidMs = new Map<string, number>();
  /** Told rarely enough that each may be recorded. */
  onSessionUsed: (session: OpenSession) => void = () => undefined;

  /** @param text as in the variable API_KEYS, validated by API_KEYS_PATTERN. */
  constructor(
    text: string,
    private readonly nowMs: () => number = () => Date.now(),
  ) {
    for (const entry of text.split(',')) {
      const [client, role, hash] = entry.split(':');
      if (client && role && hash) this.#ofVariable.set(hash, { client, role: role as Role, hash });
    }
  }

  get ofVariable(): readonly VariableKey[] {
    return [...this.#ofVariable.values()];
  }

  get sessions(): readonly OpenSession[] {
    return this.#access.sessions.all;
  }

  /** Takes what the ledger says by now, in place of what it said before. */
  know(access: Access): void {
    this.#access = access;
  }

  /** When a key of the ledger was last seen here; null: not since the start of this process. */
  lastUsedMs(keyId: string): number | null {
    return this.#usedMs.get(keyId) ?? null;
  }

  /** @throws Problem `unauthenticated` for a key that is missing, unknown, expired or revoked. */
  callerOf(authorization: string | undefined): Caller {
    const caller = this.find(authorization);
    if (!caller) throw new Problem('unauthenticated');
    return caller;
  }

  /** Null for a key that is missing, unknown, expired or revoked. */
  find(authorization: string | undefined): Caller | null {
    const hash = this.#hashOf(authorization);
    if (hash === null) return null;
    const session = this.#access.sessions.byHash(hash);
    if (session) return this.#callerOf(session);
    const key = this.#access.keys.byHash.get(hash);
    const entry = this.#ofVariable.get(hash);
    if (!key) return entry ? { client: entry.client, role: entry.role } : null;
    // Who takes a key out of the variable expects that it is gone.
    if (key.origin === 'variable' && !entry) return null;
    const nowMs = this.nowMs();
    this.#usedMs.set(key.keyId, nowMs);
    return callerOfKey(key, this.#access, nowMs);
  }

  /** By the ledger's word of its last use, which may be a little old. */
  #callerOf(session: OpenSession): Caller | null {
    const nowMs = this.nowMs();
    if (hasEnded(session, { idleMs: IDLE_MS + USE_RECORDED_MS }, nowMs)) return null;
    return callerOfSession(session, this.#access, nowMs);
  }

  /** The key of the ledger that was sent, whether it opens anything or not. */
  keyOf(authorization: string | undefined): KnownKey | null {
    return this.#access.keys.byHash.get(this.#hashOf(authorization) ?? '') ?? null;
  }

  /** The open session of a token, which does not go on by this. */
  session(token: string): OpenSession | null {
    const session = this.#access.sessions.byHash(hashKey(token));
    if (!session || this.#isIdle(session)) return null;
    return callerOfSession(session, this.#access, this.nowMs()) ? session : null;
  }

  /** The same, and it goes on by this. */
  useSession(token: string): UsedSession | null {
    const session = this.session(token);
    const nowMs = this.nowMs();
    const caller = session && callerOfSession(session, this.#access, nowMs);
    if (!caller) return null;
    this.#noteUse(session, nowMs);
    return { session, caller, idleEndMs: Math.min(nowMs + IDLE_MS, Date.parse(session.endsAt)) };
  }

  #isIdle(session: OpenSession): boolean {
    const here = this.#sessionUsedMs.get(session.sessionId) ?? 0;
    const usedAt = new Date(Math.max(Date.parse(session.usedAt), here)).toISOString();
    return hasEnded({ ...session, usedAt }, { idleMs: IDLE_MS }, this.nowMs());
  }

  #noteUse(session: OpenSession, nowMs: number): void {
    const { sessionId, usedAt } = session;
    if (this.#sessionUsedMs.size >= SESSIONS_MAX) this.#sessionUsedMs.clear();
    this.#sessionUsedMs.set(sessionId, nowMs);
    const saidMs = Math.max(Date.parse(usedAt), this.#saidMs.get(sessionId) ?? 0);
    if (nowMs - saidMs <= USE_RECORDED_MS) return;
    if (this.#saidMs.size >= SESSIONS_MAX) this.#saidMs.clear();
    this.#saidMs.set(sessionId, nowMs);
    this.onSessionUsed(session);
  }

  #hashOf(authorization: string | undefined): string | null {
    if (authorization === undefined) return null;
    const recent = this.#recent.get(authorization);
    if (recent !== undefined) return recent;
    const key = BEARER.exec(authorization)?.[1]?.trim();
    if (key === undefined) return null;
    // The lookup is by hash, so its timing tells nothing about the key.
    const hash = hashKey(key);
    if (!this.#ofVariable.has(hash) && !this.#isOfLedger(hash)) return hash;
    if (this.#recent.size >= RECENT_MAX) this.#recent.clear();
    this.#recent.set(authorization, hash);
    return hash;
  }

  #isOfLedger(hash: string): boolean {
    const { keys, sessions } = this.#access;
    return keys.byHash.has(hash) || sessions.byHash(hash) !== undefined;
  }
}
