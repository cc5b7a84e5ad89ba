import type { Caller } from './caller.js';
import { callerWith, statusOf, type KnownKey } from './keys.js';
import { rolesInForce, type Person } from './people.js';
import { NO_RIGHTS, type Rights } from './rights.js';
import { OpenSessions, type OpenSession } from './sessions.js';

/** All that the ledger says of who may do what. */
export type Access = Rights & { readonly sessions: OpenSessions };

export const NO_ACCESS: Access = { ...NO_RIGHTS, sessions: new OpenSessions() };

/** Who calls with a key; null where it opens nothing now. */
export function callerOfKey(key: KnownKey, { people }: Access, nowMs: number): Caller | null {
  if (statusOf(key, nowMs) !== 'live') return null;
  const owner = people.get(key.person ?? key.client);
  return owner && owner.disabledAt !== null ? null : callerWith(key);
}

/** Whose a session is; null where it opens nothing now. Idle ones are for the caller to end. */
export function callerOfSession(
  { person, keyId, openedAt, endsAt }: OpenSession,
  access: Access,
  nowMs: number,
): Caller | null {
  if (nowMs >= Date.parse(endsAt)) return null;
  if (person === null) {
    const key = access.keys.byId.get(keyId ?? '');
    return key ? callerOfKey(key, access, nowMs) : null;
  }
  const known = access.people.get(person);
  // Who is invited again lost what they signed in with, or had it taken.
  if (!known || openedAt < known.invitation.invitedAt) return null;
  return callerOfPerson(known, nowMs);
}

/** Null for a person without a role by now. */
export function callerOfPerson(known: Person, nowMs: number): Caller | null {
  const roles = rolesInForce(known, nowMs);
  const [role] = roles;
  if (role === undefined) return null;
  const { person, merchants } = known;
  return { client: person, person, role, roles, ...(merchants !== null && { merchants }) };
}
