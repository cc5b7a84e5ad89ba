import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Case, CaseChange } from '../client/cases.js';
import { Key } from '../keys/keys.js';
import { useMomentText } from '../time/time.js';
import { useSay } from '../words/language.js';
import { SNOOZES, snoozedUntil } from './snooze-times.js';

export type MenuProps = {
  readonly of: Case;
  readonly ready: boolean;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly make: (change: CaseChange) => void;
  /** The note that is written, if any. */
  readonly along: { readonly note?: string };
};

/** For how long the case leaves the list; each choice says when it comes back. */
export function SnoozeMenu({ of, ready, isOpen, onOpenChange, make, along }: MenuProps): ReactNode {
  const say = useSay();
  const text = useMomentText();
  const now = new Date();
  const isSnoozed = of.desk.snooze !== null;
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button className="button" isDisabled={!ready}>
        {say('casework.snooze')} <Key of="Z" />
      </Button>
      <Popover className="popover">
        <Menu className="menu" aria-label={say('casework.snooze')}>
          {SNOOZES.map((snooze) => {
            const until = snoozedUntil(snooze, now).toISOString();
            return (
              <MenuItem
                key={snooze}
                className="menu-item"
                textValue={say(`casework.snooze.${snooze}`)}
                onAction={() => make({ kind: 'snooze', body: { until, ...along } })}
              >
                {say(`casework.snooze.${snooze}`)} <bdi className="soft">{text(until)}</bdi>
              </MenuItem>
            );
          })}
          {isSnoozed && (
            <MenuItem
              className="menu-item"
              onAction={() => make({ kind: 'snooze-withdrawal', body: along })}
            >
              {say('casework.wake')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
