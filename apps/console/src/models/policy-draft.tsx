import { useState, type ReactNode } from 'react';
import { Button, Form, Input, Label, TextArea, TextField } from 'react-aria-components';
import { useIntent } from '../client/use-intent.js';
import { IntentResult } from '../parts/intent-result.js';
import { useSayOf } from '../words/part.js';
import { SimulationResult } from './simulation-result.js';
import { useSimulation } from './use-simulation.js';
import { MODEL_WORDS } from './words.js';

const ROWS = 16;
const INDENT = 2;

/** A policy as text: first counted over past payments, then proposed to a second person. */
export function PolicyDraft({
  of,
  onProposed,
}: {
  readonly of: object;
  readonly onProposed: () => void;
}): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const [text, setText] = useState(() => JSON.stringify(of, null, INDENT));
  const [note, setNote] = useState('');
  const simulation = useSimulation();
  const intent = useIntent(onProposed);
  const draft = parsed(text);
  const isBusy = intent.isSending || intent.isUnanswered;
  return (
    <Form
      className="models-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.policy === null) return;
        intent.ask({ path: '/v1/fraud-policy/proposals', body: { policy: draft.policy, note } });
      }}
    >
      <PolicyText value={text} wrong={draft.wrong} onChange={setText} />
      <div className="parts-row">
        <Button
          className="button"
          isDisabled={draft.policy === null || simulation.isRunning}
          onPress={() => draft.policy && simulation.start({ policy: draft.policy })}
        >
          {say('draft.try')}
        </Button>
      </div>
      <SimulationResult of={simulation} />
      <TextField
        className="field"
        isRequired
        minLength={3}
        maxLength={500}
        value={note}
        onChange={setNote}
      >
        <Label>{say('reason')}</Label>
        <Input dir="auto" autoComplete="off" />
      </TextField>
      <IntentResult of={intent} />
      <p role="status" className={intent.answer === null ? 'hidden' : 'note note-good'}>
        {intent.answer !== null && say('draft.proposed')}
      </p>
      <Button
        type="submit"
        className="button button-main"
        isDisabled={draft.policy === null || isBusy}
      >
        {say('draft.propose')}
      </Button>
    </Form>
  );
}

type TextProps = {
  readonly value: string;
  readonly wrong: string | null;
  readonly onChange: (value: string) => void;
};

function PolicyText({ value, wrong, onChange }: TextProps): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  return (
    <>
      <TextField className="field" value={value} onChange={onChange}>
        <Label>{say('draft')}</Label>
        <TextArea rows={ROWS} dir="ltr" className="models-draft" spellCheck="false" />
      </TextField>
      {wrong !== null && (
        <p role="alert" className="note note-bad">
          {say('draft.wrong', { why: wrong })}
        </p>
      )}
    </>
  );
}

type Draft = { readonly policy: object | null; readonly wrong: string | null };

function parsed(text: string): Draft {
  try {
    const policy: unknown = JSON.parse(text);
    const isObject = typeof policy === 'object' && policy !== null && !Array.isArray(policy);
    return isObject ? { policy, wrong: null } : { policy: null, wrong: '{ … }' };
  } catch (error) {
    return { policy: null, wrong: error instanceof Error ? error.message : String(error) };
  }
}
