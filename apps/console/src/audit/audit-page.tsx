import '../parts/parts.css';
import '../queue/queue.css';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import type { RecordedEvent } from '../client/cases.js';
import { usePages } from '../client/read.js';
import { Trouble } from '../frame/trouble.js';
import { Grid, type Column } from '../grid/grid.js';
import { moves } from '../grid/moves.js';
import { useKeys } from '../keys/keys.js';
import { Moment } from '../time/time.js';
import { useSay, type Say } from '../words/language.js';
import type { AuditSearch } from './audit-search.js';
import { EventDetail } from './event-detail.js';

const PAGE_ROWS = 200;
const keyOf = ({ eventId }: RecordedEvent): string => eventId;

/** Every event of the ledger, the newest first; one is shown as it was stored. */
export function AuditPage(): ReactNode {
  const say = useSay();
  const search = useSearch({ from: '/audit' });
  const query = { ...search, direction: 'backwards', limit: PAGE_ROWS };
  const { pages, rows, more } = usePages('/v1/events', query, keyOf);
  const [selected, setSelected] = useState<string | null>(null);
  const go = (row: RecordedEvent): void => setSelected(keyOf(row));
  const at = rows.findIndex((row) => keyOf(row) === selected);
  useKeys(moves({ rows, at, go }));
  const event = rows[at];
  return (
    <div className={event ? 'queue queue-split' : 'queue'}>
      <section className="queue-list" aria-labelledby="audit-title">
        <h1 id="audit-title">{say('page.audit')}</h1>
        <Filters search={search} />
        <Trouble of={pages} />
        <Grid
          label={say('page.audit')}
          rows={rows}
          keyOf={keyOf}
          columns={columnsOf(say)}
          selected={selected}
          onSelect={go}
          total={null}
          onNearEnd={more}
        />
      </section>
      {event && <EventDetail of={event} onClose={() => setSelected(null)} />}
    </div>
  );
}

function Filters({ search }: { readonly search: AuditSearch }): ReactNode {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <Form
      className="parts-row"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const next = Object.fromEntries([...form].filter(([, value]) => value !== ''));
        void navigate({ to: '/audit', search: next });
      }}
    >
      {(['stream', 'type'] as const).map((name) => (
        <TextField key={name} className="field" name={name} defaultValue={search[name] ?? ''}>
          <Label>{say(`audit.${name}`)}</Label>
          <Input dir="ltr" />
        </TextField>
      ))}
      <button type="submit" className="button">
        {say('audit.show')}
      </button>
      <Link to="/audit" search={{}}>
        {say('audit.all')}
      </Link>
    </Form>
  );
}

function columnsOf(say: Say): readonly Column<RecordedEvent>[] {
  return [
    {
      id: 'position',
      head: say('views.position'),
      width: 'minmax(110px, 0.8fr)',
      cell: ({ position }) => <bdi className="id">{position}</bdi>,
    },
    {
      id: 'type',
      head: say('audit.type'),
      width: 'minmax(170px, 1fr)',
      cell: ({ type }) => <bdi>{type}</bdi>,
    },
    {
      id: 'stream',
      head: say('audit.stream'),
      width: 'minmax(220px, 1.5fr)',
      cell: ({ stream }) => <bdi className="id">{stream}</bdi>,
    },
    {
      id: 'at',
      head: say('audit.recorded'),
      width: 'minmax(190px, 1fr)',
      cell: ({ recordedAt }) => <Moment at={recordedAt} />,
    },
  ];
}
