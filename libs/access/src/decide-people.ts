import { AccessError } from './errors.js';
import type { PersonDisabled, PersonInvited, RoleGranted, RoleRevoked } from './people-events.js';
import { rolesInForce, type People, type Person } from './people.js';

/**
 * Invites a person, or begins again with a person who lost what they sign in with.
 *
 * @throws AccessError `own-grant`, `grant-past`.
 */
export function invite(data: PersonInvited['data'], people: People): PersonInvited[] {
  if (people.get(data.person)?.invitation.hash === data.invitationHash) return [];
  if (data.person === data.invitedBy) throw new AccessError('own-grant');
  for (const { until } of data.grants) assertAhead(until, data.invitedAt);
  return [{ type: 'PersonInvited', data }];
}

/**
 * Invites the first administrator, by an operator and while there is none.
 *
 * @throws AccessError `admin-there`.
 */
export function inviteFirst(data: PersonInvited['data'], people: People): PersonInvited[] {
  const nowMs = Date.parse(data.invitedAt);
  const isThere = [...people.values()].some((each) => rolesInForce(each, nowMs).includes('admin'));
  if (isThere) throw new AccessError('admin-there');
  return [{ type: 'PersonInvited', data }];
}

/** @throws AccessError `person-not-known`, `own-grant`, `grant-past`. */
export function grantRole(data: RoleGranted['data'], people: People): RoleGranted[] {
  const { grants } = personIn(people, data.person);
  if (data.person === data.grantedBy) throw new AccessError('own-grant');
  assertAhead(data.until, data.grantedAt);
  const isThere = grants.some(({ role, until }) => role === data.role && until === data.until);
  return isThere ? [] : [{ type: 'RoleGranted', data }];
}

/** @throws AccessError `person-not-known`. */
export function revokeRole(data: RoleRevoked['data'], people: People): RoleRevoked[] {
  const { grants } = personIn(people, data.person);
  if (!grants.some(({ role }) => role === data.role)) return [];
  return [{ type: 'RoleRevoked', data }];
}

/** @throws AccessError `person-not-known`. */
export function disablePerson(data: PersonDisabled['data'], people: People): PersonDisabled[] {
  const { disabledAt } = personIn(people, data.person);
  return disabledAt === null ? [{ type: 'PersonDisabled', data }] : [];
}

/** @throws AccessError `person-not-known`. */
export function personIn(people: People, person: string): Person {
  const known = people.get(person);
  if (!known) throw new AccessError('person-not-known');
  return known;
}

function assertAhead(until: string | null, at: string): void {
  if (until === null || Date.parse(until) > Date.parse(at)) return;
  throw new AccessError('grant-past', { until });
}
