import { useState, type ReactNode } from 'react';
import { Button, Form, Input, Label, TextArea, TextField } from 'react-aria-components';
import { Choice } from '../parts/choice.js';
import { IntentResult } from '../parts/intent-result.js';
import { useSayOf } from '../words/part.js';
import { REASONS, type Reason } from './exception.js';
import { useExceptionWork, type ActsProps } from './use-exception-work.js';
import { EXCEPTION_WORDS } from './words.js';

/** Resolves it for a reason; by hand with its other side, which the service checks the sum of. */
export function Resolve(props: ActsProps): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const [reason, setReason] = useState<Reason | ''>('');
  const [note, setNote] = useState('');
  const [matched, setMatched] = useState<readonly string[]>([]);
  const [another, setAnother] = useState('');
  const intent = useExceptionWork(props);
  const isMatch = reason === 'manual-match';
  const all = [...new Set([...matched, ...another.split(/[\s,]+/)])].filter(Boolean);
  const isWhole = reason !== '' && note.trim() !== '' && (!isMatch || all.length > 0);
  return (
    <Form
      className="parts-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { reason, note, ...(isMatch && { matchedWith: all }) };
        if (isWhole) intent.work('resolution', body);
      }}
    >
      <Choice
        label={say('reason')}
        value={reason}
        none={say('reason.none')}
        options={REASONS.map((each) => [each, say(`reason.${each}`)])}
        onChoose={setReason}
      />
      {isMatch && (
        <OtherSide
          suggested={props.of.suggestions.map(({ exceptionId }) => exceptionId)}
          matched={matched}
          onMatch={setMatched}
          another={another}
          onAnother={setAnother}
        />
      )}
      <TextField className="field" isRequired value={note} onChange={setNote}>
        <Label>{say('resolve.why')}</Label>
        <TextArea className="input" dir="auto" rows={2} maxLength={1000} />
      </TextField>
      <p className="soft">{say('resolve.limit')}</p>
      <Button
        type="submit"
        className="button button-main"
        isDisabled={!isWhole || intent.isSending || intent.isUnanswered}
      >
        {say('resolve')}
      </Button>
      <IntentResult of={intent} />
    </Form>
  );
}

type OtherSideProps = {
  readonly suggested: readonly string[];
  readonly matched: readonly string[];
  readonly onMatch: (ids: readonly string[]) => void;
  readonly another: string;
  readonly onAnother: (ids: string) => void;
};

function OtherSide(props: OtherSideProps): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const { suggested, matched, onMatch, another, onAnother } = props;
  const without = (id: string): string[] => matched.filter((each) => each !== id);
  return (
    <>
      {suggested.length > 0 && (
        <fieldset className="parts-checks">
          <legend>{say('match.suggested')}</legend>
          {suggested.map((id) => (
            <label key={id} className="parts-check">
              <input
                type="checkbox"
                checked={matched.includes(id)}
                onChange={({ target }) =>
                  onMatch(target.checked ? [...without(id), id] : without(id))
                }
              />
              <bdi className="id">{id}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <TextField className="field" value={another} onChange={onAnother}>
        <Label>{say('match.ids')}</Label>
        <Input dir="ltr" autoComplete="off" />
      </TextField>
    </>
  );
}
