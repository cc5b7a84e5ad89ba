import { useState, type ReactNode } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { IntentResult } from '../parts/intent-result.js';
import { useDuties } from '../session/duties.js';
import { useSayOf } from '../words/part.js';
import { useExceptionWork, type ActsProps } from './use-exception-work.js';
import { EXCEPTION_WORDS } from './words.js';

const ANSWERS = ['approver', 'reconciler', 'operator'] as const;

/** Agrees to what another proposed, or refuses it; one's own can only be taken back. */
export function SecondPerson(props: ActsProps): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const { name, may } = useDuties();
  const [note, setNote] = useState('');
  const intent = useExceptionWork(props);
  const busy = intent.isSending || intent.isUnanswered;
  const isOwn = props.of.proposal?.by === name;
  if (!may(ANSWERS)) return <p className="soft">{say('second.other')}</p>;
  return (
    <div className="parts-form">
      {isOwn ? (
        <p className="soft">{say('second.own')}</p>
      ) : (
        <Button
          className="button button-main"
          isDisabled={busy}
          onPress={() => intent.work('resolution/approval')}
        >
          {say('second.approve')}
        </Button>
      )}
      <TextField className="field" value={note} onChange={setNote}>
        <Label>{say('second.why')}</Label>
        <Input dir="auto" maxLength={1000} />
      </TextField>
      <Button
        className="button"
        isDisabled={busy || note.trim() === ''}
        onPress={() => intent.work('resolution/refusal', { note })}
      >
        {say(isOwn ? 'second.takeBack' : 'second.refuse')}
      </Button>
      <IntentResult of={intent} />
    </div>
  );
}
