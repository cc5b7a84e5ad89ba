import { useState, type ReactNode } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import type { OperationsTypes } from '#client';
import { decidesCases } from '../client/session.js';
import { useIntent } from '../client/use-intent.js';
import { IntentResult } from '../parts/intent-result.js';
import { useCaller } from '../session/session-store.js';
import { useSayOf } from '../words/part.js';
import type { Comparison } from './comparison.js';
import { MODEL_WORDS } from './words.js';

type Models = OperationsTypes.ModelsResponse;
type Asked = 'promotions' | 'rollbacks';

/** Asks for another model to decide; a second person has to agree. */
export function AskForModel({
  of,
  onAsked,
}: {
  readonly of: Models;
  readonly onAsked: () => void;
}): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const { role } = useCaller();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [earlier] = of.earlier;
  if (!decidesCases(role) && role !== 'operator') return null;
  if (asked !== null) return <Reasons of={of} asked={asked} onAsked={onAsked} />;
  return (
    <div className="parts-row">
      {of.challenger !== null && of.comparison !== null && (
        <Button className="button" onPress={() => setAsked('promotions')}>
          {say('promote')}
        </Button>
      )}
      {earlier && (
        <Button className="button" onPress={() => setAsked('rollbacks')}>
          {say('rollBack', { version: earlier.version })}
        </Button>
      )}
    </div>
  );
}

type ReasonsProps = { readonly of: Models; readonly asked: Asked; readonly onAsked: () => void };

function Reasons({ of, asked, onAsked }: ReasonsProps): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const [reason, setReason] = useState('');
  const [override, setOverride] = useState('');
  const intent = useIntent(onAsked);
  const comparison = of.comparison as Comparison | null;
  const fails = asked === 'promotions' && comparison?.criteria.some(({ holds }) => !holds) === true;
  const version = asked === 'promotions' ? of.challenger?.version : of.earlier[0]?.version;
  const body = { version, reason, ...(fails && { override }) };
  return (
    <Form
      className="models-form"
      onSubmit={(event) => {
        event.preventDefault();
        intent.ask({ path: `/v1/models/${asked}`, body });
      }}
    >
      <Field label={say('reason')} value={reason} onChange={setReason} />
      {fails && <Field label={say('override')} value={override} onChange={setOverride} />}
      <IntentResult of={intent} />
      <Button
        type="submit"
        className="button button-main"
        isDisabled={intent.isSending || intent.isUnanswered}
      >
        {say('ask')}
      </Button>
    </Form>
  );
}

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Field({ label, value, onChange }: FieldProps): ReactNode {
  return (
    <TextField
      className="field"
      isRequired
      minLength={3}
      maxLength={500}
      value={value}
      onChange={onChange}
    >
      <Label>{label}</Label>
      <Input dir="auto" autoComplete="off" />
    </TextField>
  );
}
