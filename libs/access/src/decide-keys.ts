import { AccessError } from './errors.js';
import type { ApiKeyCreated, ApiKeyRevoked, KeyFacts } from './key-events.js';
import { statusOf, type Keys } from './keys.js';
import type { Role } from './roles.js';

/** One to use and one to change it for. */
const LIVE_MAX = 2;

/**
 * Makes a key.
 *
 * @throws AccessError `key-needs-person`, `key-expiry-past`, `key-limit-reached`, `own-grant`.
 */
export function createKey(facts: KeyFacts, keys: Keys): ApiKeyCreated[] {
  if (keys.byId.has(facts.keyId)) return [];
  const { role, person, client, expiresAt, createdBy, createdAt } = facts;
  const nowMs = Date.parse(createdAt);
  if (role !== 'service' && person === null) throw new AccessError('key-needs-person', { role });
  if ((person ?? client) === createdBy) throw new AccessError('own-grant');
  if (expiresAt !== null && Date.parse(expiresAt) <= nowMs) {
    throw new AccessError('key-expiry-past', { expiresAt });
  }
  const live = [...keys.byId.values()].filter(
    (key) => key.client === client && key.role === role && statusOf(key, nowMs) === 'live',
  );
  if (live.length >= LIVE_MAX) {
    throw new AccessError('key-limit-reached', { live: live.map(({ keyId }) => keyId).join(', ') });
  }
  return [{ type: 'ApiKeyCreated', data: facts }];
}

/** @throws AccessError `key-not-known`. */
export function revokeKey(revocation: ApiKeyRevoked['data'], keys: Keys): ApiKeyRevoked[] {
  const { keyId } = revocation;
  const known = keys.byId.get(keyId);
  if (!known) throw new AccessError('key-not-known');
  return known.revoked ? [] : [{ type: 'ApiKeyRevoked', data: revocation }];
}

/** An entry of API_KEYS. */
export type VariableKey = { readonly client: string; readonly role: Role; readonly hash: string };

/** Records keys of the variable that were never seen, so that they can be listed and revoked. */
export function importKeys(
  entries: readonly VariableKey[],
  keys: Keys,
  { idOf, by, at }: { idOf: (hash: string) => string; by: string; at: string },
): ApiKeyCreated[] {
  const unknown = new Map(
    entries.filter(({ hash }) => !keys.byHash.has(hash)).map((entry) => [entry.hash, entry]),
  );
  return [...unknown.values()].map(({ client, role, hash }) => ({
    type: 'ApiKeyCreated',
    data: {
      keyId: idOf(hash),
      hash,
      client,
      role,
      person: null,
      merchants: null,
      operations: null,
      expiresAt: null,
      origin: 'variable',
      createdBy: by,
      createdAt: at,
    },
  }));
}
