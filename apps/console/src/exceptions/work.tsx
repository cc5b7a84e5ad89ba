import { useState, type ReactNode } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { IntentResult } from '../parts/intent-result.js';
import { Panel } from '../parts/panel.js';
import { useDuties } from '../session/duties.js';
import { useSayOf } from '../words/part.js';
import { useExceptionWork, type ActsProps } from './use-exception-work.js';
import { EXCEPTION_WORDS } from './words.js';

/** Whose work it is, and how far that is. */
export function Work(props: ActsProps): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const { name: own } = useDuties();
  const { of } = props;
  const [name, setName] = useState('');
  const intent = useExceptionWork(props, () => setName(''));
  const busy = intent.isSending || intent.isUnanswered;
  if (of.state === 'resolved' || of.state === 'awaiting-approval') return null;
  return (
    <Panel title={say('work')}>
      <div className="parts-row">
        {of.assignee !== own && (
          <Button
            className="button"
            isDisabled={busy}
            onPress={() => intent.work('assignment', { assignee: own })}
          >
            {say('assign.me')}
          </Button>
        )}
        {of.state !== 'investigating' && (
          <Button className="button" isDisabled={busy} onPress={() => intent.work('investigation')}>
            {say('investigate')}
          </Button>
        )}
        <Form
          className="parts-row"
          onSubmit={(event) => {
            event.preventDefault();
            intent.work('assignment', { assignee: name });
          }}
        >
          <TextField
            className="field"
            isRequired
            pattern="[a-z0-9\-]{1,64}"
            value={name}
            onChange={setName}
          >
            <Label>{say('assign.name')}</Label>
            <Input dir="ltr" autoComplete="off" />
          </TextField>
          <Button type="submit" className="button" isDisabled={busy}>
            {say('assign')}
          </Button>
        </Form>
      </div>
      <IntentResult of={intent} />
    </Panel>
  );
}
