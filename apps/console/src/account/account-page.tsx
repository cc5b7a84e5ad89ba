import type { ReactNode } from 'react';
import { useSay } from '../words/language.js';
import { Sessions } from './sessions.js';

/** How one signs in oneself, and where one is signed in. */
export function AccountPage(): ReactNode {
  const say = useSay();
  return (
    <div className="parts-page">
      <h1>{say('page.account')}</h1>
      <Sessions of="own" />
    </div>
  );
}
