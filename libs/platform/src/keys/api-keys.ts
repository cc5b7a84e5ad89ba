import { createHash } from 'node:crypto';
import {
  callerWith,
  NO_KEYS,
  ROLES,
  statusOf,
  type Caller,
  type Keys,
  type KnownKey,
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

type Found = {
  readonly caller: Caller;
  /** Null: of the variable alone. */
  readonly key: KnownKey | null;
};

/**
 * Knows the callers by the hashes of their keys: those of the variable API_KEYS, and those of the
 * ledger as far as it was read. Keys are held in memory only while in use.
 */
export class ApiKeys {
  readonly #ofVariable = new Map<string, VariableKey>();
  #ofLedger: Keys = NO_KEYS;
  readonly #recent = new Map<string, Found>();
  readonly #usedMs = new Map<string, number>();

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

  /** Takes what the ledger says of keys by now, in place of what it said before. */
  know(keys: Keys): void {
    this.#ofLedger = keys;
    this.#recent.clear();
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
    if (authorization === undefined) return null;
    const found = this.#recent.get(authorization) ?? this.#lookUp(authorization);
    if (!found) return null;
    const { caller, key } = found;
    if (!key) return caller;
    const nowMs = this.nowMs();
    if (statusOf(key, nowMs) !== 'live') return null;
    this.#usedMs.set(key.keyId, nowMs);
    return caller;
  }

  #lookUp(authorization: string): Found | null {
    const key = BEARER.exec(authorization)?.[1]?.trim();
    if (key === undefined) return null;
    // The lookup is by hash, so its timing tells nothing about the key.
    const found = this.#byHash(hashKey(key));
    if (!found) return null;
    if (this.#recent.size >= RECENT_MAX) this.#recent.clear();
    this.#recent.set(authorization, found);
    return found;
  }

  #byHash(hash: string): Found | null {
    const entry = this.#ofVariable.get(hash);
    const key = this.#ofLedger.byHash.get(hash);
    if (!key)
      return entry ? { caller: { client: entry.client, role: entry.role }, key: null } : null;
    // Who takes a key out of the variable expects that it is gone.
    if (key.origin === 'variable' && !entry) return null;
    return { caller: callerWith(key), key };
  }
}
