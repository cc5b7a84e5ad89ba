import './session.css';
import { useEffect, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { session, signIn } from '../client/session.js';
import { useSay } from '../words/language.js';
import { beginSession, endSession, usePresence } from './session-store.js';
import { SignIn } from './sign-in.js';

/** Shows the page to who is signed in; when a session ends, asks for the key above the page. */
export function SessionGate({ children }: { readonly children: ReactNode }): ReactNode {
  const say = useSay();
  const presence = usePresence();
  useEffect(() => {
    void begin();
  }, []);
  if (presence.is === 'asking') return <p className="session-asking soft">{say('asking')}</p>;
  if (presence.is === 'out') {
    return (
      <main className="session-page">
        <h1>Assay</h1>
        <SignIn />
      </main>
    );
  }
  return (
    <>
      {children}
      <ModalOverlay className="overlay" isOpen={presence.is === 'expired'}>
        <Modal className="dialog">
          <Dialog aria-label={say('session.expired')}>
            <h2>{say('session.expired')}</h2>
            <p className="soft">{say('session.untouched')}</p>
            <SignIn />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

/** A key in the fragment, as `npm start` prints it, is read once and taken out of the address. */
async function begin(): Promise<void> {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key !== null) history.replaceState(null, '', location.pathname + location.search);
  try {
    beginSession(key === null ? await session() : await signIn(key));
  } catch {
    endSession(); // The form says why, when the key is entered there.
  }
}
