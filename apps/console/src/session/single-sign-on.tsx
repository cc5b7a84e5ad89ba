import { useState, type ReactNode } from 'react';
import type { SessionState } from '../client/session.js';
import { useRead } from '../client/read.js';
import { useSayOf } from '../words/part.js';
import { takenOut } from './fragment.js';
import { SESSION_WORDS } from './words.js';

/**
 * The way over a provider of identities, where there is one. Above an open page it is another tab,
 * which tells this one: what was typed stays.
 */
export function SingleSignOn({ isAbovePage }: { readonly isAbovePage: boolean }): ReactNode {
  const say = useSayOf(SESSION_WORDS);
  const { data } = useRead<SessionState>('/session');
  const [refused] = useState(() => takenOut('refused'));
  return (
    <>
      {refused === 'single-sign-on' && (
        <p role="alert" className="note note-bad">
          {say('refused.singleSignOn')}
        </p>
      )}
      {data?.hasSingleSignOn === true && (
        <a
          className="button"
          href="/session/single-sign-on"
          {...(isAbovePage && { target: '_blank' })}
        >
          {say('way.singleSignOn')}
        </a>
      )}
    </>
  );
}
