import { useId, type ReactNode } from 'react';
import type { Role } from '../client/session.js';
import { useSay } from '../words/language.js';
import { useSayOf } from '../words/part.js';
import { ACCESS_WORDS } from './words.js';

/** Roles that a person may have. */
export const PEOPLE_ROLES: readonly Role[] = [
  'analyst',
  'senior-analyst',
  'auditor',
  'reconciler',
  'approver',
  'operator',
  'admin',
];

export function RoleField({ roles }: { readonly roles: readonly Role[] }): ReactNode {
  const say = useSay();
  const sayHere = useSayOf(ACCESS_WORDS);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{sayHere('role')}</label>
      <select id={id} name="role" className="input">
        {roles.map((role) => (
          <option key={role} value={role}>
            {say(`role.${role}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
