import type { EventShape } from '#event-shapes';
import type { Role } from './roles.js';

/** A role for some time; null: until it is taken back. */
export type Grant = { readonly role: Role; readonly until: string | null };

/**
 * A person may set a password with the invitation, and is then known by the name. The name is the
 * one that decisions are recorded under: no real one, and nothing else personal, is kept.
 */
export type PersonInvited = EventShape<
  'PersonInvited',
  {
    readonly person: string;
    readonly grants: readonly Grant[];
    /** Null: payments of all merchants. */
    readonly merchants: readonly string[] | null;
    /** SHA-256 of the invitation, which is 256 random bits and shown once. */
    readonly invitationHash: string;
    readonly invitationEndsAt: string;
    readonly invitedBy: string;
    readonly invitedAt: string;
  }
>;

export type RoleGranted = EventShape<
  'RoleGranted',
  Grant & { readonly person: string; readonly grantedBy: string; readonly grantedAt: string }
>;

export type RoleRevoked = EventShape<
  'RoleRevoked',
  {
    readonly person: string;
    readonly role: Role;
    readonly revokedBy: string;
    readonly revokedAt: string;
  }
>;

/** The person's sessions and keys open nothing any more, until an invitation begins again. */
export type PersonDisabled = EventShape<
  'PersonDisabled',
  { readonly person: string; readonly disabledBy: string; readonly disabledAt: string }
>;

export type PersonEvent = PersonInvited | RoleGranted | RoleRevoked | PersonDisabled;
