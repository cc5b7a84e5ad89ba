import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CommandServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';
import { useSayOf } from '../words/part.js';
import { KeyChange, type Change } from './key-change.js';
import { ShownOnce } from './shown-once.js';
import { ACCESS_WORDS } from './words.js';

type Key = CommandServiceTypes.KeyResponse;

const PATH = '/v1/access/keys';

/** Every key of the ledger, without the keys themselves. */
export function Keys({ mayChange }: { readonly mayChange: boolean }): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  const queries = useQueryClient();
  const query = useRead<CommandServiceTypes.KeysResponse>(PATH);
  const [change, setChange] = useState<Change | null>(null);
  const [made, setMade] = useState<CommandServiceTypes.MadeKeyResponse | null>(null);
  const done = (answer: CommandServiceTypes.MadeKeyResponse | null): void => {
    setChange(null);
    setMade(answer);
    void queries.invalidateQueries({ queryKey: [PATH] });
  };
  return (
    <Panel title={say('keys')} of={query}>
      {made && <Made of={made} onDone={() => setMade(null)} />}
      {query.data && <KeysTable of={query.data.items} mayChange={mayChange} onAsk={setChange} />}
      {mayChange && change === null && (
        <div className="parts-row">
          <Button className="button" onPress={() => setChange({ is: 'make' })}>
            {say('keys.make')}
          </Button>
        </div>
      )}
      {change !== null && (
        <KeyChange
          key={JSON.stringify(change)}
          change={change}
          onDone={done}
          onLeave={() => setChange(null)}
        />
      )}
    </Panel>
  );
}

function Made({
  of: { key },
  onDone,
}: {
  readonly of: CommandServiceTypes.MadeKeyResponse;
  readonly onDone: () => void;
}): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  if (key !== null) return <ShownOnce label={say('once.key')} text={key} onDone={onDone} />;
  return (
    <p role="status" className="note note-warn">
      {say('once.repeated')}
    </p>
  );
}

type KeysTableProps = {
  readonly of: readonly Key[];
  readonly mayChange: boolean;
  readonly onAsk: (change: Change) => void;
};

function KeysTable({ of, mayChange, onAsk }: KeysTableProps): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  const rowOf = useRow(mayChange, onAsk);
  if (of.length === 0) return <p className="soft">{say('keys.none')}</p>;
  const heads = ['client', 'role', 'holder', 'operations', 'expires', 'state', 'lastUsed'] as const;
  return (
    <SmallTable
      label={say('keys')}
      heads={[...heads, ...(mayChange ? (['what'] as const) : [])].map((id) => ({
        name: say(id),
      }))}
      rows={of.map(rowOf)}
    />
  );
}

function useRow(mayChange: boolean, onAsk: (change: Change) => void) {
  const say = useSay();
  const sayHere = useSayOf(ACCESS_WORDS);
  return (key: Key): { key: string; cells: ReactNode[] } => ({
    key: key.keyId,
    cells: [
      <bdi key="client" title={key.keyId}>
        {key.client}
      </bdi>,
      say(`role.${key.role}`),
      <bdi key="holder">{key.person ?? key.client}</bdi>,
      <bdi key="operations">{key.operations?.join(', ') ?? sayHere('operations.all')}</bdi>,
      <Moment key="expires" at={key.expiresAt} />,
      <span key="state" className={key.status === 'live' ? 'good' : 'soft'}>
        {sayHere(`status.${key.status}`)}
        {key.origin === 'variable' && ` (${sayHere('origin.variable')})`}
      </span>,
      key.lastUsedAt === null ? sayHere('lastUsed.not') : <Moment key="used" at={key.lastUsedAt} />,
      ...(mayChange ? [<Actions key="what" of={key} onAsk={onAsk} />] : []),
    ],
  });
}

function Actions({
  of,
  onAsk,
}: {
  readonly of: Key;
  readonly onAsk: (change: Change) => void;
}): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  const { client } = of;
  if (of.status !== 'live') return '';
  return (
    <div className="parts-row">
      <Button
        className="button"
        aria-label={say('keys.rotateNamed', { client })}
        onPress={() => onAsk({ is: 'rotate', of })}
      >
        {say('keys.rotate')}
      </Button>
      <Button
        className="button"
        aria-label={say('keys.revokeNamed', { client })}
        onPress={() => onAsk({ is: 'revoke', of })}
      >
        {say('keys.revoke')}
      </Button>
    </div>
  );
}
