import { useState, type ReactNode } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { IntentResult } from '../parts/intent-result.js';
import { useSayOf } from '../words/part.js';
import { useExceptionWork, type ActsProps } from './use-exception-work.js';
import { EXCEPTION_WORDS } from './words.js';

/** Takes a resolution back, for a reason that is kept. */
export function Reopen(props: ActsProps): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const [note, setNote] = useState('');
  const intent = useExceptionWork(props, () => setNote(''));
  return (
    <div className="parts-form">
      <TextField className="field" value={note} onChange={setNote}>
        <Label>{say('reopen.why')}</Label>
        <Input dir="auto" maxLength={1000} />
      </TextField>
      <Button
        className="button"
        isDisabled={intent.isSending || intent.isUnanswered || note.trim() === ''}
        onPress={() => intent.work('reopening', { note })}
      >
        {say('reopen')}
      </Button>
      <IntentResult of={intent} />
    </div>
  );
}
