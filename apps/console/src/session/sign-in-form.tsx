import { useState, type ReactNode } from 'react';
import { Button, Form } from 'react-aria-components';
import type { SessionState } from '../client/session.js';
import { useSayOf } from '../words/part.js';
import { beginSession } from './session-store.js';
import { SESSION_WORDS } from './words.js';

type SignInFormProps = {
  readonly begin: (form: FormData) => Promise<SessionState>;
  /** What to tell the person of a failure. */
  readonly troubleOf: (error: unknown) => string;
  readonly children: ReactNode;
};

/** Fields and the one button that sends them; what was typed stays where it is refused. */
export function SignInForm({ begin, troubleOf, children }: SignInFormProps): ReactNode {
  const say = useSayOf(SESSION_WORDS);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const submit = async (form: FormData): Promise<void> => {
    setAsking(true);
    setTrouble(null);
    try {
      beginSession(await begin(form));
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    setAsking(false);
  };
  return (
    <Form
      className="session-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      {children}
      {trouble !== null && (
        <p role="alert" className="note note-bad">
          {trouble}
        </p>
      )}
      <Button type="submit" className="button button-main" isDisabled={isAsking}>
        {say('in')}
      </Button>
    </Form>
  );
}

export function textOf(form: FormData, name: string): string {
  const text = form.get(name);
  return typeof text === 'string' ? text : '';
}
