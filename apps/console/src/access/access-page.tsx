import '../parts/parts.css';
import './access.css';
import type { ReactNode } from 'react';
import { Sessions } from '../account/sessions.js';
import { rolesOf, type Role } from '../client/session.js';
import { useCaller } from '../session/session-store.js';
import { useSay } from '../words/language.js';
import { AccessLog } from './access-log.js';
import { Keys } from './keys.js';
import { People } from './people.js';

/** Who may do what, and who did; administrators change it here. */
export function AccessPage(): ReactNode {
  const say = useSay();
  const roles = rolesOf(useCaller());
  const is = (...wanted: Role[]): boolean => wanted.some((role) => roles.includes(role));
  return (
    <div className="parts-page">
      <h1>{say('page.access')}</h1>
      {is('admin', 'auditor') && <People mayChange={is('admin')} />}
      <Keys mayChange={is('admin')} />
      {is('admin') && <Sessions of="all" />}
      {is('admin', 'auditor') && <AccessLog />}
    </div>
  );
}
