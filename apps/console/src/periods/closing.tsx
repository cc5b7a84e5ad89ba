import { useState, type ReactNode } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { IntentResult } from '../parts/intent-result.js';
import { Panel } from '../parts/panel.js';
import { useSayOf } from '../words/part.js';
import type { Period } from './period.js';
import { usePeriodIntent } from './use-period-intent.js';
import { PERIOD_WORDS } from './words.js';

type Item = Period['checklist'][number];
type ClosingProps = { readonly of: Period; readonly mayClose: boolean };

/** The checklist, and the closing: what is open has to be settled or explained. */
export function Closing({ of, mayClose }: ClosingProps): ReactNode {
  const say = useSayOf(PERIOD_WORDS);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const intent = usePeriodIntent(of);
  const isAsked = mayClose && of.status === 'open';
  const needed = of.checklist.filter(({ status }) => status !== 'done');
  const explained = needed.filter(({ item }) => (reasons[item] ?? '').trim() !== '');
  const isReady = needed.length === explained.length && needed.every((each) => each.explainable);
  const explanations = explained.map(({ item }) => ({ item, reason: reasons[item] ?? '' }));
  return (
    <Panel title={say('checklist')}>
      <Form
        className="parts-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) intent.askFor('close', { explanations });
        }}
      >
        {of.checklist.map((each) => (
          <Line
            key={each.item}
            of={each}
            {...(isAsked && {
              reason: reasons[each.item] ?? '',
              onReason: (reason: string) => setReasons({ ...reasons, [each.item]: reason }),
            })}
          />
        ))}
        {of.status === 'running' && <p className="soft">{say('running')}</p>}
        {isAsked && (
          <Button
            type="submit"
            className="button button-main"
            isDisabled={!isReady || intent.isSending || intent.isUnanswered}
          >
            {say('close', { period: of.period })}
          </Button>
        )}
        <IntentResult of={intent} />
      </Form>
    </Panel>
  );
}

type LineProps = {
  readonly of: Item;
  readonly reason?: string;
  readonly onReason?: (reason: string) => void;
};

const MARKS = { done: 'good', open: 'bad', unknown: 'warn' } as const;

function Line({ of, reason, onReason }: LineProps): ReactNode {
  const say = useSayOf(PERIOD_WORDS);
  return (
    <div className="field">
      <p>
        <strong>{say(`item.${of.item}`)}</strong>{' '}
        <span className={MARKS[of.status]}>{say(`item.is.${of.status}`)}</span>{' '}
        {of.count !== null && of.count > 0 && <span>({of.count})</span>}
      </p>
      <p className="soft" dir="auto">
        {of.detail}
      </p>
      {of.explanation !== null && <p dir="auto">{of.explanation}</p>}
      {onReason && of.status !== 'done' && of.explainable && (
        <TextField className="field" value={reason ?? ''} onChange={onReason}>
          <Label>{say('explain', { item: say(`item.${of.item}`) })}</Label>
          <Input dir="auto" maxLength={1000} />
        </TextField>
      )}
    </div>
  );
}
