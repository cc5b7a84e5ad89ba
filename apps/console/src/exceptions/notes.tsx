import { useState, type ReactNode } from 'react';
import { Button, Form, Label, TextArea, TextField } from 'react-aria-components';
import { IntentResult } from '../parts/intent-result.js';
import { Panel } from '../parts/panel.js';
import { BOOKKEEPERS, useDuties } from '../session/duties.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { useExceptionWork, type ActsProps } from './use-exception-work.js';
import { EXCEPTION_WORDS } from './words.js';

/** What people wrote of it; passing it on to a senior needs a sentence too. */
export function Notes(props: ActsProps): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const { may } = useDuties();
  const [note, setNote] = useState('');
  const intent = useExceptionWork(props, () => setNote(''));
  const { notes, state } = props.of;
  const busy = intent.isSending || intent.isUnanswered;
  const isOpen = state !== 'resolved' && state !== 'awaiting-approval';
  return (
    <Panel title={say('notes')}>
      {notes.length === 0 && <p className="soft">{say('notes.none')}</p>}
      {notes.map((each) => (
        <div key={each.notedAt + each.notedBy} className="note">
          <p dir="auto">{each.note}</p>
          <p className="soft">
            <bdi>{each.notedBy}</bdi> · <Moment at={each.notedAt} />
          </p>
        </div>
      ))}
      {may(BOOKKEEPERS) && (
        <Form
          className="parts-form"
          onSubmit={(event) => {
            event.preventDefault();
            intent.work('notes', { note });
          }}
        >
          <TextField className="field" isRequired value={note} onChange={setNote}>
            <Label>{say('notes.new')}</Label>
            <TextArea className="input" dir="auto" rows={2} maxLength={1000} />
          </TextField>
          <div className="parts-row">
            <Button type="submit" className="button" isDisabled={busy}>
              {say('notes.keep')}
            </Button>
            {isOpen && state !== 'escalated' && (
              <Button
                className="button"
                isDisabled={busy || note.trim() === ''}
                onPress={() => intent.work('escalation', { note })}
              >
                {say('escalate')}
              </Button>
            )}
          </div>
        </Form>
      )}
      <IntentResult of={intent} />
    </Panel>
  );
}
