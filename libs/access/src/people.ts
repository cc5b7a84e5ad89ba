import type { Grant, PersonEvent } from './people-events.js';
import type { Role } from './roles.js';

export type Invitation = {
  readonly hash: string;
  readonly endsAt: string;
  readonly invitedAt: string;
};

export type Person = {
  readonly person: string;
  readonly grants: readonly Grant[];
  readonly merchants: readonly string[] | null;
  /** The last one; a newer invitation ends what was set by an older one. */
  readonly invitation: Invitation;
  readonly disabledAt: string | null;
};

/** By name. */
export type People = ReadonlyMap<string, Person>;

export const NO_PEOPLE: People = new Map();

/** Folds one event, in stream order. */
export function evolvePeople(people: People, event: PersonEvent): People {
  const { person } = event.data;
  const before = people.get(person);
  const after = evolvePerson(before, event);
  return after ? new Map(people).set(person, after) : people;
}

function evolvePerson(before: Person | undefined, { type, data }: PersonEvent): Person | undefined {
  if (type === 'PersonInvited') {
    const { person, grants, merchants, invitationHash, invitationEndsAt, invitedAt } = data;
    const invitation = { hash: invitationHash, endsAt: invitationEndsAt, invitedAt };
    return { person, grants, merchants, invitation, disabledAt: null };
  }
  if (!before) return undefined;
  switch (type) {
    case 'RoleGranted': {
      const { role, until } = data;
      return { ...before, grants: [...others(before.grants, role), { role, until }] };
    }
    case 'RoleRevoked':
      return { ...before, grants: others(before.grants, data.role) };
    case 'PersonDisabled':
      return { ...before, disabledAt: data.disabledAt };
  }
}

function others(grants: readonly Grant[], role: Role): Grant[] {
  return grants.filter((grant) => grant.role !== role);
}

/** What a person may do now: grants lapse by the clock. None of who is disabled. */
export function rolesInForce({ grants, disabledAt }: Person, nowMs: number): Role[] {
  if (disabledAt !== null) return [];
  return grants
    .filter(({ until }) => until === null || nowMs < Date.parse(until))
    .map(({ role }) => role);
}
