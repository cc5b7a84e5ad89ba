import { useState, type ReactNode } from 'react';
import { Button, FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import { signIn } from '../client/session.js';
import { NoAnswer, Refused } from '../client/transport.js';
import { useSay, type Say } from '../words/language.js';
import { beginSession } from './session-store.js';

/** Takes an API key, which leaves this page at once. */
export function SignIn(): ReactNode {
  const say = useSay();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const submit = async (key: string): Promise<void> => {
    setAsking(true);
    try {
      beginSession(await signIn(key));
      setTrouble(null);
    } catch (error) {
      setTrouble(troubleOf(error, say));
    }
    setAsking(false);
  };
  return (
    <Form
      className="session-form"
      onSubmit={(event) => {
        event.preventDefault();
        const key = new FormData(event.currentTarget).get('key');
        void submit(typeof key === 'string' ? key.trim() : '');
      }}
    >
      <TextField
        className="field"
        name="key"
        type="password"
        isRequired
        autoComplete="off"
        autoFocus
      >
        <Label>{say('session.key')}</Label>
        <Input dir="ltr" spellCheck={false} />
        <FieldError className="bad" />
      </TextField>
      <p className="soft">{say('session.promise')}</p>
      {trouble !== null && (
        <p role="alert" className="note note-bad">
          {trouble}
        </p>
      )}
      <Button type="submit" className="button button-main" isDisabled={isAsking}>
        {say('session.in')}
      </Button>
    </Form>
  );
}

function troubleOf(error: unknown, say: Say): string {
  if (error instanceof NoAnswer) return say('session.away');
  if (error instanceof Refused && error.status === 429) return say('session.tooMany');
  if (error instanceof Refused && error.status === 401) return say('session.wrong');
  return error instanceof Error ? error.message : String(error);
}
