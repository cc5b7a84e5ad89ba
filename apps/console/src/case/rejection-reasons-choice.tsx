import { useEffect, useRef, type ReactNode } from 'react';
import { Button, Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { Key } from '../keys/keys.js';
import { useSay } from '../words/language.js';
import { REJECTION_REASONS, type RejectionReason } from './rejection-reasons.js';
import type { Deciding } from './use-decision.js';

/** A rejection needs a reason, which becomes a label: none is chosen for the person. */
export function RejectionReasons({ deciding }: { readonly deciding: Deciding }): ReactNode {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  const { draft, change, reject } = deciding;
  // Away from the button that was pressed, which would take the next Enter for itself.
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="decision-reasons">
      <RadioGroup
        value={draft.reason}
        onChange={(reason) => change({ reason: reason as RejectionReason })}
        className="decision-reasons"
      >
        <Label>{say('decision.why')}</Label>
        {REJECTION_REASONS.map((reason, index) => (
          <RadioField key={reason} value={reason}>
            <RadioButton className="decision-reason">
              <Key of={String(index + 1)} /> {say(`reason.${reason}`)}
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <div className="decision-buttons">
        <Button className="button button-main" isDisabled={draft.reason === null} onPress={reject}>
          {say('decision.rejectSend')} <Key of="Enter" />
        </Button>
      </div>
    </div>
  );
}
