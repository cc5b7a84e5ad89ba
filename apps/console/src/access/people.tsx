import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CommandServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useSayOf } from '../words/part.js';
import { Grants } from './grants.js';
import { PersonChange, type Change } from './person-change.js';
import { ShownOnce } from './shown-once.js';
import { ACCESS_WORDS } from './words.js';

type Person = CommandServiceTypes.PersonResponse;

const PATH = '/v1/access/people';

/** Everybody who was invited, what they may do, and until when. */
export function People({ mayChange }: { readonly mayChange: boolean }): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  const queries = useQueryClient();
  const query = useRead<CommandServiceTypes.PeopleResponse>(PATH);
  const [change, setChange] = useState<Change | null>(null);
  const [invitation, setInvitation] = useState<string | null>(null);
  const done = (invited: string | null): void => {
    setChange(null);
    setInvitation(invited);
    void queries.invalidateQueries({ queryKey: [PATH] });
  };
  return (
    <Panel title={say('people')} of={query}>
      {invitation !== null && (
        <ShownOnce
          label={say('once.invitation')}
          text={`${location.origin}/#invitation=${invitation}`}
          onDone={() => setInvitation(null)}
        />
      )}
      {query.data && <PeopleTable of={query.data.items} mayChange={mayChange} onAsk={setChange} />}
      {mayChange && change === null && (
        <div className="parts-row">
          <Button className="button" onPress={() => setChange({ is: 'invite' })}>
            {say('invite')}
          </Button>
        </div>
      )}
      {change !== null && (
        <PersonChange
          key={JSON.stringify(change)}
          change={change}
          onDone={done}
          onLeave={() => setChange(null)}
        />
      )}
    </Panel>
  );
}

type PeopleTableProps = {
  readonly of: readonly Person[];
  readonly mayChange: boolean;
  readonly onAsk: (change: Change) => void;
};

function PeopleTable({ of, mayChange, onAsk }: PeopleTableProps): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  if (of.length === 0) return <p className="soft">{say('people.none')}</p>;
  const heads = ['person', 'roles', 'merchants', 'state'] as const;
  return (
    <SmallTable
      label={say('people')}
      heads={[...heads, ...(mayChange ? (['what'] as const) : [])].map((id) => ({
        name: say(id),
      }))}
      rows={of.map((person) => ({
        key: person.person,
        cells: [
          <bdi key="name">{person.person}</bdi>,
          <Grants key="grants" of={person} mayChange={mayChange} onBack={onAsk} />,
          <bdi key="merchants">{person.merchants?.join(', ') ?? say('merchants.all')}</bdi>,
          say(stateOf(person)),
          ...(mayChange ? [<Actions key="actions" person={person.person} onAsk={onAsk} />] : []),
        ],
      }))}
    />
  );
}

function stateOf({
  disabledAt,
  grants,
}: Person): 'state.active' | 'state.disabled' | 'state.lapsed' {
  if (disabledAt !== null) return 'state.disabled';
  return grants.some(({ inForce }) => inForce) ? 'state.active' : 'state.lapsed';
}

function Actions({
  person,
  onAsk,
}: {
  readonly person: string;
  readonly onAsk: (change: Change) => void;
}): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  return (
    <div className="parts-row">
      <Button
        className="button"
        aria-label={say('grant.named', { person })}
        onPress={() => onAsk({ is: 'grant', person })}
      >
        {say('grant')}
      </Button>
      <Button
        className="button"
        aria-label={say('invite.againNamed', { person })}
        onPress={() => onAsk({ is: 'invite', person })}
      >
        {say('invite.again')}
      </Button>
      <Button
        className="button"
        aria-label={say('disable.named', { person })}
        onPress={() => onAsk({ is: 'disable', person })}
      >
        {say('disable')}
      </Button>
    </div>
  );
}
