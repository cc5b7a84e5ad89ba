import './casework.css';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Case } from '../client/cases.js';
import { Key, useKeys } from '../keys/keys.js';
import { useCaller } from '../session/session-store.js';
import { useSay } from '../words/language.js';
import { AssignMenu } from './assign-menu.js';
import { CaseworkResult } from './casework-result.js';
import { SnoozeMenu } from './snooze-menu.js';
import { undoOf, useCasework, type Casework } from './use-casework.js';

type Menu = 'snooze' | 'assign' | null;

type BarProps = {
  readonly of: Case;
  /** What is written beside the decision, and what forgets it. */
  readonly note: string;
  readonly forgetNote: () => void;
  readonly mayWork: boolean;
};

/** What can be done with a case besides deciding it. */
export function CaseworkBar({ of, note, forgetNote, mayWork }: BarProps): ReactNode {
  const say = useSay();
  const [menu, setMenu] = useState<Menu>(null);
  const text = note.trim();
  const work = useCasework(of, ({ kind, body }) => {
    // A note that was kept, or went along, is not sent with the decision once more.
    if (kind === 'note' || ('note' in body && body.note === text)) forgetNote();
  });
  const ready = mayWork && !work.isSending && work.unanswered === null;
  const { escalation } = of.desk;
  const along = text === '' ? {} : { note: text };
  const escalate = (): void =>
    work.make(
      escalation === null
        ? { kind: 'escalation', body: along }
        : { kind: 'escalation-withdrawal', body: along },
    );
  useCaseworkKeys({ of, work, ready, escalate, open: setMenu });
  const menuOf = (name: Menu) => ({
    of,
    ready,
    isOpen: menu === name,
    onOpenChange: (isOpen: boolean) => setMenu(isOpen ? name : null),
    make: work.make,
    along,
  });
  return (
    <div className="casework">
      <CaseworkResult of={work} />
      <div className="decision-buttons">
        <Button
          className="button"
          isDisabled={!ready || text === ''}
          onPress={() => work.make({ kind: 'note', body: { note: text } })}
        >
          {say('casework.keepNote')}
        </Button>
        <Button className="button" isDisabled={!ready} onPress={escalate}>
          {say(escalation === null ? 'casework.escalate' : 'casework.escalateNot')} <Key of="E" />
        </Button>
        <SnoozeMenu {...menuOf('snooze')} />
        <AssignMenu {...menuOf('assign')} />
      </div>
    </div>
  );
}

type KeyProps = {
  readonly of: Case;
  readonly work: Casework;
  readonly ready: boolean;
  readonly escalate: () => void;
  readonly open: (menu: Menu) => void;
};

function useCaseworkKeys({ of, work, ready, escalate, open }: KeyProps): void {
  const { client } = useCaller();
  const undo = undoOf(work.done);
  const isMine = of.desk.assignment?.assignee === client;
  useKeys([
    { keys: ['E'], name: 'casework.escalate', run: escalate, enabled: ready },
    { keys: ['Z'], name: 'casework.snooze', run: () => open('snooze'), enabled: ready },
    {
      keys: ['W'],
      name: 'casework.assign',
      run: () =>
        isMine ? open('assign') : work.make({ kind: 'assignment', body: { assignee: client } }),
      enabled: ready,
    },
    {
      keys: ['U'],
      name: 'casework.undo',
      run: () => undo && work.make(undo),
      enabled: ready && undo !== null,
    },
  ]);
}
