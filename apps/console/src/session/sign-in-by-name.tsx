import { useState, type ReactNode } from 'react';
import { Button, FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { signInByPassword, type Proof } from '../client/session.js';
import { NoAnswer, Refused } from '../client/transport.js';
import { useMomentText } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { SignInForm, textOf } from './sign-in-form.js';
import { SESSION_WORDS } from './words.js';

/** Name, password, and a code of the authenticator or of paper. */
export function SignInByName({ person }: { readonly person: string }): ReactNode {
  const say = useSayOf(SESSION_WORDS);
  const [isRecovery, setRecovery] = useState(false);
  const troubleOf = useTrouble();
  return (
    <SignInForm begin={(form) => signInByPassword(proofIn(form))} troubleOf={troubleOf}>
      <TextField
        className="field"
        name="person"
        defaultValue={person}
        isRequired
        autoComplete="username"
        autoFocus={person === ''}
      >
        <Label>{say('person')}</Label>
        <Input dir="ltr" spellCheck={false} autoCapitalize="none" />
        <Text slot="description" className="soft">
          {say('person.how')}
        </Text>
        <FieldError className="bad" />
      </TextField>
      <TextField
        className="field"
        name="password"
        type="password"
        isRequired
        autoComplete="current-password"
        autoFocus={person !== ''}
      >
        <Label>{say('password')}</Label>
        <Input dir="ltr" />
        <FieldError className="bad" />
      </TextField>
      <TextField
        key={isRecovery ? 'recovery' : 'code'}
        className="field"
        name="code"
        isRequired
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
      >
        <Label>{say(isRecovery ? 'recovery' : 'code')}</Label>
        <Input dir="ltr" inputMode={isRecovery ? 'text' : 'numeric'} spellCheck={false} />
        <Text slot="description" className="soft">
          {say(isRecovery ? 'recovery.how' : 'code.how')}
        </Text>
        <FieldError className="bad" />
      </TextField>
      <Button className="button button-bare" onPress={() => setRecovery(!isRecovery)}>
        {say(isRecovery ? 'way.code' : 'way.recovery')}
      </Button>
    </SignInForm>
  );
}

function proofIn(form: FormData): Proof {
  return {
    person: textOf(form, 'person').trim(),
    password: textOf(form, 'password'),
    code: textOf(form, 'code').replaceAll(/\s/g, ''),
  };
}

function useTrouble(): (error: unknown) => string {
  const say = useSayOf(SESSION_WORDS);
  const momentText = useMomentText();
  return (error) => {
    if (error instanceof NoAnswer) return say('away');
    if (!(error instanceof Refused)) return error instanceof Error ? error.message : String(error);
    if (error.status === 429 && error.retryAfterS !== null) {
      const at = momentText(new Date(Date.now() + error.retryAfterS * 1_000).toISOString());
      return say('wait', { at });
    }
    if (error.status === 401 || error.status === 422) return say('wrong');
    return error.body.title ?? error.message;
  };
}
