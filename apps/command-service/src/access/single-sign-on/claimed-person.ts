import type { Role } from '#access';
import { NAME } from '../keys.request.js';
import type { Claims } from './identity-provider.js';

export type ClaimNames = {
  readonly person: string;
  readonly groups: string;
  /** Which group gives which role. */
  readonly roles: readonly (readonly [group: string, role: Role])[];
};

export type ClaimedPerson = { readonly person: string; readonly roles: readonly Role[] };

/** @param text as in OIDC_ROLES, validated. */
export function rolesByGroup(text: string): [string, Role][] {
  const pairs = text === '' ? [] : text.split(',').map((pair) => pair.split('='));
  return pairs.map(([group = '', role = '']) => [group, role as Role]);
}

/** Who claims say that someone is; null where they name no one as people are named here. */
export function claimedPerson(claims: Claims, names: ClaimNames): ClaimedPerson | null {
  const person = claims[names.person];
  if (typeof person !== 'string' || !NAME.test(person)) return null;
  const groups = [claims[names.groups]].flat();
  const roles = names.roles.filter(([group]) => groups.includes(group)).map(([, role]) => role);
  return { person, roles: [...new Set(roles)] };
}
