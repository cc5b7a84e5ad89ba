import type { Caller } from './caller.js';
import type { KeyEvent, KeyFacts } from './key-events.js';

export type KnownKey = KeyFacts & {
  /** Null: it was not revoked. */
  readonly revoked: { readonly by: string; readonly at: string; readonly note: string } | null;
};

/** Every key that was ever made, by id and by the hash of the key. */
export type Keys = {
  readonly byId: ReadonlyMap<string, KnownKey>;
  readonly byHash: ReadonlyMap<string, KnownKey>;
};

export const NO_KEYS: Keys = { byId: new Map(), byHash: new Map() };

/** Folds one event, in stream order. */
export function evolveKeys(keys: Keys, { type, data }: KeyEvent): Keys {
  switch (type) {
    case 'ApiKeyCreated':
      return withKey(keys, { ...data, revoked: null });
    case 'ApiKeyRevoked': {
      const known = keys.byId.get(data.keyId);
      if (!known) return keys;
      const { revokedBy: by, revokedAt: at, note } = data;
      return withKey(keys, { ...known, revoked: { by, at, note } });
    }
  }
}

function withKey({ byId, byHash }: Keys, key: KnownKey): Keys {
  return {
    byId: new Map(byId).set(key.keyId, key),
    byHash: new Map(byHash).set(key.hash, key),
  };
}

export type KeyStatus = 'live' | 'expired' | 'revoked';

export function statusOf({ revoked, expiresAt }: KnownKey, nowMs: number): KeyStatus {
  if (revoked) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= nowMs ? 'expired' : 'live';
}

/** Who calls with a key. */
export function callerWith({ client, role, person, merchants, operations }: KeyFacts): Caller {
  return {
    client,
    role,
    ...(person !== null && { person }),
    ...(merchants !== null && { merchants }),
    ...(operations !== null && { operations }),
  };
}
