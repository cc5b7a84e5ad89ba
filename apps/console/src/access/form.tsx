import type { ReactNode } from 'react';
import { Button, FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import type { Intention } from '../client/use-intent.js';
import { IntentResult } from '../parts/intent-result.js';
import { useSayOf } from '../words/part.js';
import { ACCESS_WORDS } from './words.js';

type AskProps = {
  readonly title: string;
  readonly send: string;
  readonly intent: Intention;
  readonly onSend: (form: FormData) => void;
  readonly onLeave: () => void;
  readonly children?: ReactNode;
};

/** Asks for what a change needs, with what came of it; what was typed stays. */
export function Ask({ title, send, intent, onSend, onLeave, children }: AskProps): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  return (
    <Form
      className="access-form note"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(new FormData(event.currentTarget));
      }}
    >
      <strong>{title}</strong>
      {children}
      <IntentResult of={intent} />
      <div className="parts-row">
        <Button
          type="submit"
          className="button button-main"
          isDisabled={intent.isSending || intent.isUnanswered}
        >
          {send}
        </Button>
        <Button className="button" isDisabled={intent.isSending} onPress={onLeave}>
          {say('leave')}
        </Button>
      </div>
    </Form>
  );
}

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly how?: string;
  readonly isRequired?: boolean;
  readonly type?: 'text' | 'datetime-local';
  readonly pattern?: string;
  /** What is said where the pattern is not met. */
  readonly form?: string;
  readonly autoFocus?: boolean;
};

export function Field({ name, label, how, form, ...rest }: FieldProps): ReactNode {
  return (
    <TextField className="field" name={name} autoComplete="off" {...rest}>
      <Label>{label}</Label>
      <Input dir="ltr" spellCheck={false} autoCapitalize="none" />
      {how !== undefined && (
        <Text slot="description" className="soft">
          {how}
        </Text>
      )}
      <FieldError className="bad">
        {({ validationDetails, defaultChildren }) =>
          validationDetails.patternMismatch ? form : defaultChildren
        }
      </FieldError>
    </TextField>
  );
}

/** What a field holds, without space around it; null: nothing. */
export function filledIn(form: FormData, name: string): string | null {
  const text = form.get(name);
  const trimmed = typeof text === 'string' ? text.trim() : '';
  return trimmed === '' ? null : trimmed;
}

/** A local time of a field in UTC; null: none. */
export function momentIn(form: FormData, name: string): string | null {
  const text = filledIn(form, name);
  return text === null ? null : new Date(text).toISOString();
}

/** Ids with commas between them; null: none. */
export function listIn(form: FormData, name: string): string[] | null {
  const all = filledIn(form, name)?.split(',') ?? [];
  const ids = all.map((id) => id.trim()).filter((id) => id !== '');
  return ids.length === 0 ? null : ids;
}
