import { rolesOf, type Role } from '../client/session.js';
import { useCaller } from './session-store.js';

export type Duties = {
  /** As what the caller does is recorded: the person, or the name of the key. */
  readonly name: string;
  /** Whether any role of the caller is one of these. */
  readonly may: (roles: readonly Role[]) => boolean;
};

/** What the caller may do, by all roles that they have. */
export function useDuties(): Duties {
  const caller = useCaller();
  const own = rolesOf(caller);
  return {
    name: caller.person ?? caller.client,
    may: (roles) => own.some((role) => roles.includes(role)),
  };
}

/** Who works on what the books do not agree on, and books by hand. */
export const BOOKKEEPERS: readonly Role[] = ['reconciler', 'operator'];

/** Who agrees to what a bookkeeper proposed for the books. */
export const SECOND_PEOPLE: readonly Role[] = ['approver', 'operator'];

export const SEE_EXCEPTIONS: readonly Role[] = ['auditor', 'reconciler', 'approver', 'operator'];
