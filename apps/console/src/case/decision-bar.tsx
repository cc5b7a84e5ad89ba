import { Check, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import { CaseworkBar } from '../casework/casework-bar.js';
import type { Case } from '../client/cases.js';
import { decidesCases } from '../client/session.js';
import { useOffline } from '../frame/offline-bar.js';
import { Key, useKeys } from '../keys/keys.js';
import { useCaller } from '../session/session-store.js';
import { useSay } from '../words/language.js';
import { useArmed } from './armed.js';
import { DecisionResult } from './decision-result.js';
import { REJECTION_REASONS } from './rejection-reasons.js';
import { RejectionReasons } from './rejection-reasons-choice.js';
import { useDecision, type Deciding } from './use-decision.js';

type BarProps = { readonly of: Case; readonly onDecided: () => void };

/** Approve or reject, by keys or buttons; what came of it stands above. */
export function DecisionBar({ of, onDecided }: BarProps): ReactNode {
  const say = useSay();
  const deciding = useDecision(of, onDecided);
  const { role } = useCaller();
  const offline = useOffline() !== null;
  const isOpen = of.status === 'open' && !['recorded', 'sending'].includes(deciding.standing.is);
  const decides = decidesCases(role);
  const mayDecide = decides && isOpen && !offline && deciding.standing.is !== 'unknown';
  return (
    <div className="decision">
      <DecisionResult of={deciding} />
      {!decides && <p className="soft">{say('decision.role')}</p>}
      {decides && offline && <p className="warn">{say('decision.offline')}</p>}
      {decides && isOpen && <Choice of={of} deciding={deciding} mayDecide={mayDecide} />}
    </div>
  );
}

type ChoiceProps = {
  readonly of: Case;
  readonly deciding: Deciding;
  readonly mayDecide: boolean;
};

function Choice({ of, deciding, mayDecide }: ChoiceProps): ReactNode {
  const say = useSay();
  const { draft, change, approve } = deciding;
  const note = useRef<HTMLTextAreaElement>(null);
  useDecisionKeys({ deciding, mayDecide }, () => note.current?.focus());
  return (
    <>
      {draft.rejects && <RejectionReasons deciding={deciding} />}
      <TextField
        className="field"
        value={draft.note}
        maxLength={900}
        onChange={(text) => change({ note: text })}
      >
        <Label>{say('decision.note')}</Label>
        <TextArea ref={note} rows={2} dir="auto" />
      </TextField>
      <div className="decision-buttons">
        <Button
          className="button button-main"
          isDisabled={!mayDecide || draft.rejects}
          onPress={approve}
        >
          <Check size={16} aria-hidden="true" /> {say('decision.approve')} <Key of="A" />
        </Button>
        <Button
          className="button"
          isDisabled={!mayDecide}
          onPress={() => change({ rejects: !draft.rejects, reason: null })}
        >
          <X size={16} aria-hidden="true" />{' '}
          {draft.rejects ? say('decision.rejectNot') : say('decision.reject')} <Key of="R" />
        </Button>
      </div>
      <CaseworkBar
        of={of}
        note={draft.note}
        forgetNote={() => change({ note: '' })}
        mayWork={mayDecide}
      />
    </>
  );
}

function useDecisionKeys(
  { deciding, mayDecide }: Omit<ChoiceProps, 'of'>,
  toNote: () => void,
): void {
  const armed = useArmed();
  const { draft, change, approve, reject } = deciding;
  const ready = armed && mayDecide;
  useKeys([
    { keys: ['A'], name: 'decision.approve', run: approve, enabled: ready && !draft.rejects },
    {
      keys: ['R'],
      name: 'decision.reject',
      run: () => change({ rejects: !draft.rejects, reason: null }),
      enabled: ready,
    },
    { keys: ['M'], name: 'decision.note', run: toNote, enabled: mayDecide },
    ...(draft.rejects
      ? [
          ...REJECTION_REASONS.map((reason, index) => ({
            keys: [String(index + 1)],
            name: `reason.${reason}` as const,
            run: () => change({ reason }),
            enabled: ready,
          })),
          {
            keys: ['Enter'],
            name: 'decision.rejectSend' as const,
            run: reject,
            enabled: ready && draft.reason !== null,
          },
        ]
      : []),
  ]);
}
