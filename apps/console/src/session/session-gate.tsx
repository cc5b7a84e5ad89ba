import './session.css';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { session, signIn } from '../client/session.js';
import { useSay } from '../words/language.js';
import { beginSession, endSession, usePresence } from './session-store.js';
import { takenOut } from './fragment.js';

/** Loaded by who has to sign in; most who open a page are signed in. */
const SignIn = lazy(async () => ({ default: (await import('./sign-in.js')).SignIn }));
const Enrolment = lazy(async () => ({ default: (await import('./enrolment.js')).Enrolment }));

/** Shows the page to who is signed in; when a session ends, asks for it again above the page. */
export function SessionGate({ children }: { readonly children: ReactNode }): ReactNode {
  const say = useSay();
  const presence = usePresence();
  const [invitation, setInvitation] = useState(() => takenOut('invitation'));
  const [person, setPerson] = useState('');
  useEffect(() => {
    void begin();
  }, []);
  const asking = <p className="session-asking soft">{say('asking')}</p>;
  if (invitation !== null) {
    const done = (enrolled: string): void => {
      setPerson(enrolled);
      setInvitation(null);
    };
    return (
      <main className="session-page">
        <h1>Assay</h1>
        <Suspense fallback={asking}>
          <Enrolment invitation={invitation} onDone={done} />
        </Suspense>
      </main>
    );
  }
  if (presence.is === 'asking') return asking;
  if (presence.is === 'out') {
    return (
      <main className="session-page">
        <h1>Assay</h1>
        <Suspense fallback={asking}>
          <SignIn person={person} />
        </Suspense>
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
            <Suspense fallback={asking}>
              <SignIn />
            </Suspense>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

/** A key in the fragment, as `npm start` prints it, is read once. */
async function begin(): Promise<void> {
  const key = takenOut('key');
  try {
    beginSession(key === null ? await session() : await signIn(key));
  } catch {
    endSession(); // The form says why, when the key is entered there.
  }
}
