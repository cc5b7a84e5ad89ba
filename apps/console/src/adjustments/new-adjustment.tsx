import { useState, type ReactNode } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { isCurrency, Money } from '#money';
import { IntentResult } from '../parts/intent-result.js';
import { Panel } from '../parts/panel.js';
import { useSayOf } from '../words/part.js';
import { useAdjusting } from './use-adjusting.js';
import { ADJUSTMENT_WORDS } from './words.js';

type Draft = {
  readonly debit: string;
  readonly credit: string;
  readonly currency: string;
  readonly amount: string;
  readonly reason: string;
};

const EMPTY: Draft = { debit: '', credit: '', currency: '', amount: '', reason: '' };
const FIELDS = ['debit', 'credit', 'currency', 'amount', 'reason'] as const;

/** Two lines that balance; above the limit another person has to agree. */
export function NewAdjustment(): ReactNode {
  const say = useSayOf(ADJUSTMENT_WORDS);
  const [draft, setDraft] = useState(EMPTY);
  const intent = useAdjusting(() => setDraft(EMPTY));
  const lines = linesOf(draft);
  return (
    <Panel title={say('new')}>
      <Form
        className="parts-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (lines !== null) intent.adjust('', { reason: draft.reason, lines });
        }}
      >
        <div className="parts-row">
          {FIELDS.map((each) => (
            <TextField
              key={each}
              className="field"
              isRequired
              value={draft[each]}
              onChange={(value) => setDraft({ ...draft, [each]: value })}
            >
              <Label>{say(each)}</Label>
              <Input dir={each === 'reason' ? 'auto' : 'ltr'} autoComplete="off" />
            </TextField>
          ))}
        </div>
        <p className="soft">{say('new.limit')}</p>
        <Button
          type="submit"
          className="button button-main"
          isDisabled={lines === null || intent.isSending || intent.isUnanswered}
        >
          {say('book')}
        </Button>
        <IntentResult of={intent} />
        {intent.answer !== null && intent.refusal === null && !intent.isUnanswered && (
          <p role="status" className="note note-good">
            {say('booked')}
          </p>
        )}
      </Form>
    </Panel>
  );
}

/** Null: an amount or a currency that is none. */
function linesOf({ debit, credit, currency, amount }: Draft) {
  const code = currency.trim().toUpperCase();
  if (!isCurrency(code) || debit.trim() === '' || credit.trim() === '') return null;
  try {
    const money = Money.parse(amount.trim(), code).toJSON();
    if (money.amount.startsWith('-') || money.amount === '0') return null;
    const negative = { ...money, amount: `-${money.amount}` };
    return [
      { account: debit.trim(), amount: money },
      { account: credit.trim(), amount: negative },
    ];
  } catch {
    return null;
  }
}
