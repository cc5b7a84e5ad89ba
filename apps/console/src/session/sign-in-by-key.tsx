import type { ReactNode } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { signIn } from '../client/session.js';
import { NoAnswer, Refused } from '../client/transport.js';
import { useSayOf } from '../words/part.js';
import { SignInForm, textOf } from './sign-in-form.js';
import { SESSION_WORDS } from './words.js';

/** Takes an API key, which leaves this page at once. */
export function SignInByKey(): ReactNode {
  const say = useSayOf(SESSION_WORDS);
  const troubleOf = (error: unknown): string => {
    if (error instanceof NoAnswer) return say('away');
    if (error instanceof Refused && error.status === 429) return say('tooManyKeys');
    if (error instanceof Refused && error.status === 401) return say('wrongKey');
    return error instanceof Error ? error.message : String(error);
  };
  return (
    <SignInForm begin={(form) => signIn(textOf(form, 'key').trim())} troubleOf={troubleOf}>
      <TextField
        className="field"
        name="key"
        type="password"
        isRequired
        autoComplete="off"
        autoFocus
      >
        <Label>{say('key')}</Label>
        <Input dir="ltr" spellCheck={false} />
        <FieldError className="bad" />
      </TextField>
      <p className="soft">{say('promise')}</p>
    </SignInForm>
  );
}
