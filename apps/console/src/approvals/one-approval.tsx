import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useIntent, type Intention } from '../client/use-intent.js';
import { IntentResult } from '../parts/intent-result.js';
import { Panel } from '../parts/panel.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';
import { useSayOf } from '../words/part.js';
import type { Waiting } from './proposal.js';
import { APPROVAL_WORDS } from './words.js';

type Answer = 'approve' | 'refuse';

/** One proposal, with what the second person can do about it, said before it is done. */
export function OneApproval({ of }: { readonly of: Waiting }): ReactNode {
  const say = useSayOf(APPROVAL_WORDS);
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Answer | null>(null);
  const intent = useIntent(() => {
    setAsked(null);
    void queries.invalidateQueries();
  });
  return (
    <Panel title={say(`kind.${of.kind}`)}>
      <p dir="auto">
        <What of={of} />
      </p>
      {of.note !== '' && <p dir="auto">{of.note}</p>}
      <p className="soft">
        {of.proposedBy !== null && <bdi>{of.proposedBy}</bdi>} <Moment at={of.proposedAt} />{' '}
        <bdi className="id">{of.id}</bdi>
      </p>
      {asked === null ? (
        <div className="parts-row">
          <Button
            className="button"
            isDisabled={!of.mayApprove}
            onPress={() => setAsked('approve')}
          >
            {say('approve')}
          </Button>
          <Button className="button" onPress={() => setAsked('refuse')}>
            {say('refuse')}
          </Button>
          {!of.mayApprove && <span className="soft">{say('other')}</span>}
        </div>
      ) : (
        <Confirm of={of} asked={asked} intent={intent} onNot={() => setAsked(null)} />
      )}
      <IntentResult of={intent} />
    </Panel>
  );
}

function What({ of }: { readonly of: Waiting }): ReactNode {
  const say = useSayOf(APPROVAL_WORDS);
  if (of.kind === 'exception') {
    return (
      <Link to="/reconciliation/exceptions/$exceptionId" params={{ exceptionId: of.id }}>
        {say('see')}
      </Link>
    );
  }
  return of.what;
}

type ConfirmProps = {
  readonly of: Waiting;
  readonly asked: Answer;
  readonly intent: Intention;
  readonly onNot: () => void;
};

function Confirm({ of, asked, intent, onNot }: ConfirmProps): ReactNode {
  const say = useSay();
  const sayHere = useSayOf(APPROVAL_WORDS);
  const [note, setNote] = useState('');
  const busy = intent.isSending || intent.isUnanswered;
  const isRefusal = asked === 'refuse';
  const lacksNote = isRefusal && of.refusalNeedsNote && note.trim() === '';
  const path = isRefusal ? of.refusePath : of.approvePath;
  return (
    <div className="note note-warn parts-form">
      <p>{sayHere(isRefusal ? 'refuseLong' : isPolicy(of) ? 'approveLong' : 'approveBooks')}</p>
      {isRefusal && (
        <TextField className="field" value={note} onChange={setNote}>
          <Label>{sayHere('note')}</Label>
          <Input dir="auto" maxLength={1000} />
        </TextField>
      )}
      <div className="parts-row">
        <Button
          className="button button-main"
          isDisabled={busy || lacksNote}
          onPress={() => intent.ask({ path, body: isRefusal && note !== '' ? { note } : {} })}
        >
          {say('action.confirm')}
        </Button>
        <Button className="button" isDisabled={busy} onPress={onNot}>
          {say('action.not')}
        </Button>
      </div>
    </div>
  );
}

function isPolicy({ kind }: Waiting): boolean {
  return kind === 'fraud-policy' || kind === 'routing-policy' || kind === 'model';
}
