import { useState, type ReactNode } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { IntentResult } from '../parts/intent-result.js';
import { Panel } from '../parts/panel.js';
import { BOOKKEEPERS, SECOND_PEOPLE, useDuties } from '../session/duties.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import type { Period } from './period.js';
import { usePeriodIntent } from './use-period-intent.js';
import { PERIOD_WORDS } from './words.js';

/** One person asks for a closed month to be reopened, and another one agrees. */
export function Reopening({
  of,
  mayAsk,
}: {
  readonly of: Period;
  readonly mayAsk: boolean;
}): ReactNode {
  const say = useSayOf(PERIOD_WORDS);
  const [reason, setReason] = useState('');
  const intent = usePeriodIntent(of);
  const busy = intent.isSending || intent.isUnanswered;
  return (
    <Panel title={say('reopening')}>
      {of.reopening !== null && <Waiting of={of} />}
      {of.reopening === null && mayAsk && (
        <div className="parts-form">
          <TextField className="field" value={reason} onChange={setReason}>
            <Label>{say('reopening.why')}</Label>
            <Input dir="auto" maxLength={1000} />
          </TextField>
          <Button
            className="button"
            isDisabled={busy || reason.trim() === ''}
            onPress={() => intent.askFor('reopening', { reason })}
          >
            {say('reopening.ask')}
          </Button>
        </div>
      )}
      {of.reopening === null && !mayAsk && <p className="soft">{say('reopening.none')}</p>}
      <IntentResult of={intent} />
    </Panel>
  );
}

function Waiting({ of }: { readonly of: Period }): ReactNode {
  const say = useSayOf(PERIOD_WORDS);
  const { name, may } = useDuties();
  const intent = usePeriodIntent(of);
  const busy = intent.isSending || intent.isUnanswered;
  const asked = of.reopening;
  const mayAgree = may(SECOND_PEOPLE) && asked?.proposedBy !== name;
  const mayWithdraw = may(SECOND_PEOPLE) || may(BOOKKEEPERS);
  if (asked === null) return null;
  return (
    <>
      <p dir="auto">{asked.reason}</p>
      <p className="soft">
        <bdi>{asked.proposedBy}</bdi> · <Moment at={asked.proposedAt} />
      </p>
      {!mayAgree && <p className="soft">{say('reopening.other')}</p>}
      <div className="parts-row">
        {mayAgree && (
          <Button
            className="button button-main"
            isDisabled={busy}
            onPress={() => intent.askFor('reopening/approval')}
          >
            {say('reopening.agree')}
          </Button>
        )}
        {mayWithdraw && (
          <Button
            className="button"
            isDisabled={busy}
            onPress={() => intent.askFor('reopening/withdrawal')}
          >
            {say('reopening.withdraw')}
          </Button>
        )}
      </div>
      <IntentResult of={intent} />
    </>
  );
}
