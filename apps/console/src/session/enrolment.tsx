import { useState, type ReactNode } from 'react';
import { Button, FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { enrol, type Enrolled } from '../client/session.js';
import { NoAnswer, Refused } from '../client/transport.js';
import { useSayOf } from '../words/part.js';
import { Keep } from './keep.js';
import { textOf } from './sign-in-form.js';
import { SESSION_WORDS } from './words.js';

const PASSWORD_CHARS_MIN = 12;

type EnrolmentProps = {
  readonly invitation: string;
  readonly onDone: (person: string) => void;
};

/** Sets a password by an invitation, and shows what the person has to keep. */
export function Enrolment({ invitation, onDone }: EnrolmentProps): ReactNode {
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null);
  if (enrolled) return <Keep enrolled={enrolled} onDone={() => onDone(enrolled.person)} />;
  return <SetPassword invitation={invitation} onSet={setEnrolled} />;
}

function SetPassword({
  invitation,
  onSet,
}: {
  readonly invitation: string;
  readonly onSet: (enrolled: Enrolled) => void;
}): ReactNode {
  const say = useSayOf(SESSION_WORDS);
  const [isShown, setShown] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const submit = async (password: string): Promise<void> => {
    setAsking(true);
    try {
      onSet(await enrol(invitation, password));
    } catch (error) {
      setTrouble(troubleOf(error, say));
      setAsking(false);
    }
  };
  return (
    <Form
      className="session-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(textOf(new FormData(event.currentTarget), 'password'));
      }}
    >
      <h2>{say('invited')}</h2>
      <TextField
        className="field"
        name="password"
        type={isShown ? 'text' : 'password'}
        isRequired
        minLength={PASSWORD_CHARS_MIN}
        autoComplete="new-password"
        autoFocus
      >
        <Label>{say('password')}</Label>
        <Input dir="ltr" spellCheck={false} />
        <Text slot="description" className="soft">
          {say('invited.how')}
        </Text>
        <FieldError className="bad" />
      </TextField>
      <label className="session-shown">
        <input type="checkbox" checked={isShown} onChange={() => setShown(!isShown)} />{' '}
        {say('password.show')}
      </label>
      {trouble !== null && (
        <p role="alert" className="note note-bad">
          {trouble}
        </p>
      )}
      <Button type="submit" className="button button-main" isDisabled={isAsking}>
        {say('invited.set')}
      </Button>
    </Form>
  );
}

function troubleOf(
  error: unknown,
  say: (id: 'away' | 'invited.invalid' | 'invited.spent') => string,
): string {
  if (error instanceof NoAnswer) return say('away');
  if (!(error instanceof Refused)) return String(error);
  if (error.code === 'invitation-invalid') return say('invited.invalid');
  if (error.code === 'invitation-spent') return say('invited.spent');
  return error.body.errors?.map(({ message }) => message).join('; ') ?? error.message;
}
