/**
 * What a key or a person may do; docs/roles.md says which operations are whose.
 *
 * - `service` commands payments of its own client.
 * - `analyst` decides cases; `senior-analyst` those that were escalated as well.
 * - `auditor` reads everything and changes nothing.
 * - `reconciler` matches, imports and closes periods.
 * - `approver` is the second person of a change.
 * - `operator` runs the system.
 * - `admin` gives keys, roles and rules, and moves no money.
 */
export const ROLES = [
  'service',
  'analyst',
  'senior-analyst',
  'auditor',
  'reconciler',
  'approver',
  'operator',
  'admin',
] as const;

export type Role = (typeof ROLES)[number];

/** Who may read payments and their orders; a service those of its own client. */
export const PAYMENT_READERS = [
  'service',
  'analyst',
  'auditor',
  'reconciler',
  'approver',
  'operator',
] as const satisfies readonly Role[];

/** Roles that may do all that another one may. */
const BROADER: Readonly<Partial<Record<Role, Role>>> = { analyst: 'senior-analyst' };

/** These roles and those that include them, each once. */
export function withBroader(roles: readonly Role[]): Role[] {
  return [...new Set(roles.flatMap((role) => [role, BROADER[role] ?? role]))];
}
