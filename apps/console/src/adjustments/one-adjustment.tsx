import { useState, type ReactNode } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { Amount } from '../money/amount.js';
import { IntentResult } from '../parts/intent-result.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import type { Adjustment } from './adjustment.js';
import { useAdjusting } from './use-adjusting.js';
import { ADJUSTMENT_WORDS } from './words.js';

type OneProps = { readonly of: Adjustment; readonly mayBook: boolean };

/** One adjustment with its lines, who asked for it and who agreed. */
export function OneAdjustment({ of, mayBook }: OneProps): ReactNode {
  const say = useSayOf(ADJUSTMENT_WORDS);
  const people = [of.proposedBy, of.approvedBy].filter((each) => each !== null).join(' · ');
  return (
    <Panel title={of.reason}>
      <p>
        <strong>{say(`is.${of.status}`)}</strong>{' '}
        {of.about !== null && <span dir="auto">{of.about}</span>}
      </p>
      <SmallTable
        label={say('lines')}
        heads={[{ name: say('account') }, { name: say('amount'), isNumber: true }]}
        rows={of.lines.map(({ account, amount }, index) => ({
          key: String(index),
          cells: [
            <bdi key="account" className="id">
              {account}
            </bdi>,
            <Amount key="amount" of={amount} />,
          ],
        }))}
      />
      <p className="soft">
        <bdi>{people}</bdi> · {say('effective')} <Moment at={of.effectiveAt} /> ·{' '}
        <bdi className="id">{of.adjustmentId}</bdi>
      </p>
      {of.reversal !== null && (
        <p className="note" dir="auto">
          {say('reversal')} <bdi>{of.reversal.proposedBy}</bdi>: {of.reversal.reason}
        </p>
      )}
      {mayBook && of.status === 'booked' && <Reverse of={of} />}
    </Panel>
  );
}

function Reverse({ of }: { readonly of: Adjustment }): ReactNode {
  const say = useSayOf(ADJUSTMENT_WORDS);
  const [reason, setReason] = useState('');
  const intent = useAdjusting(() => setReason(''));
  return (
    <div className="parts-row">
      <TextField
        className="field"
        aria-label={say('reverse.named', { reason: of.reason })}
        value={reason}
        onChange={setReason}
      >
        <Label>{say('reverse.why')}</Label>
        <Input dir="auto" maxLength={1000} />
      </TextField>
      <Button
        className="button"
        isDisabled={intent.isSending || intent.isUnanswered || reason.trim() === ''}
        onPress={() => intent.adjust(`/${of.adjustmentId}/reverse`, { reason })}
      >
        {say('reverse')}
      </Button>
      <IntentResult of={intent} />
    </div>
  );
}
