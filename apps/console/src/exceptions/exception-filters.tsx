import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Choice } from '../parts/choice.js';
import { BOOKKEEPERS, useDuties } from '../session/duties.js';
import { useSayOf } from '../words/part.js';
import { AGES, KINDS, SEVERITIES, STATES } from './exception.js';
import type { ExceptionsSearch } from './exceptions-search.js';
import { EXCEPTION_WORDS } from './words.js';

/** What the list is narrowed to; all of it stands in the address. */
export function ExceptionFilters({ search }: { readonly search: ExceptionsSearch }): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const navigate = useNavigate();
  const { name, may } = useDuties();
  const to = (next: ExceptionsSearch): void =>
    void navigate({ to: '/reconciliation/exceptions', search: next });
  const choose = (name: keyof ExceptionsSearch) => (value: string) => {
    const { [name]: _before, ...rest } = search;
    to(value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <div className="parts-row">
      <Choice
        label={say('kind')}
        value={search.kind ?? ''}
        none={say('all')}
        options={KINDS.map((each) => [each, say(`kind.${each}`)])}
        onChoose={choose('kind')}
      />
      <Choice
        label={say('state')}
        value={search.state ?? ''}
        none={say('unresolved')}
        options={STATES.map((each) => [each, say(`state.${each}`)])}
        onChoose={choose('state')}
      />
      <Choice
        label={say('severity')}
        value={search.severity ?? ''}
        none={say('all')}
        options={SEVERITIES.map((each) => [each, say(`severity.${each}`)])}
        onChoose={choose('severity')}
      />
      <Choice
        label={say('age')}
        value={search.daysMin ?? ''}
        none={say('all')}
        options={AGES.slice(1).map(([, days]) => [String(days), say('age.atLeast', { days })])}
        onChoose={choose('daysMin')}
      />
      <Choice
        label={say('provider')}
        value={search.provider ?? ''}
        none={say('all')}
        options={['stripe', 'paypal'].map((each) => [each, each])}
        onChoose={choose('provider')}
      />
      {may(BOOKKEEPERS) && search.assignee !== name && (
        <Button className="button" onPress={() => to({ ...search, assignee: name })}>
          {say('mine')}
        </Button>
      )}
      {Object.keys(search).length > 0 && (
        <Button className="button button-bare" onPress={() => to({})}>
          {say('widen')}
        </Button>
      )}
    </div>
  );
}
