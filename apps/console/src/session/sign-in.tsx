import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useSayOf } from '../words/part.js';
import { SignInByKey } from './sign-in-by-key.js';
import { SignInByName } from './sign-in-by-name.js';
import { SingleSignOn } from './single-sign-on.js';
import { usePresence } from './session-store.js';
import { SESSION_WORDS } from './words.js';

/** Signs in a person by name, or a key. Where a session ended, in the way that it began. */
export function SignIn({ person = '' }: { readonly person?: string }): ReactNode {
  const say = useSayOf(SESSION_WORDS);
  const presence = usePresence();
  const before = 'caller' in presence ? presence.caller : null;
  const [byKey, setByKey] = useState(before !== null && before.person === undefined);
  return (
    <div className="session-form">
      <SingleSignOn isAbovePage={before !== null} />
      {byKey ? <SignInByKey /> : <SignInByName person={before?.person ?? person} />}
      <Button className="button button-bare" onPress={() => setByKey(!byKey)}>
        {say(byKey ? 'way.person' : 'way.key')}
      </Button>
    </div>
  );
}
