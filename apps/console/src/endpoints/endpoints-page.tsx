import '../parts/parts.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OperationsTypes } from '#client';
import { useRead } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { ENDPOINTS, type Endpoint } from './endpoint.js';
import { ENDPOINT_WORDS } from './words.js';

const REFRESH_MS = 15_000;

/** Where the messages of clients go, those that take nothing first. */
export function EndpointsPage(): ReactNode {
  const say = useSayOf(ENDPOINT_WORDS);
  const query = useRead<readonly Endpoint[]>(ENDPOINTS, {}, { refreshMs: REFRESH_MS });
  const rows = (query.data ?? []).map(({ endpointId, client, url, status, registeredAt }) => ({
    key: endpointId,
    cells: [
      <Link key="url" to="/operations/endpoints/$endpointId" params={{ endpointId }}>
        <bdi dir="ltr">{url}</bdi>
      </Link>,
      <bdi key="client">{client}</bdi>,
      <span key="status" className={status === 'active' ? 'good' : 'bad'}>
        {status}
      </span>,
      <Moment key="at" at={registeredAt} />,
    ],
  }));
  return (
    <div className="parts-page">
      <Link to="/operations">{say('operations')}</Link>
      <h1>{say('title')}</h1>
      <Troubled />
      <Panel title={say('all')} of={query}>
        {query.data && rows.length === 0 && <p className="soft">{say('none')}</p>}
        {rows.length > 0 && (
          <SmallTable
            label={say('all')}
            heads={[
              { name: say('url') },
              { name: say('client') },
              { name: say('status') },
              { name: say('registered') },
            ]}
            rows={rows}
          />
        )}
      </Panel>
    </div>
  );
}

function Troubled(): ReactNode {
  const say = useSayOf(ENDPOINT_WORDS);
  const query = useRead<readonly OperationsTypes.TroubledEndpointResponse[]>(
    `${ENDPOINTS}/attention`,
    {},
    { refreshMs: REFRESH_MS },
  );
  return (
    <Panel title={say('troubled')} of={query}>
      {query.data?.length === 0 && <p className="good">{say('troubled.none')}</p>}
      {(query.data ?? []).map(({ endpointId, url, trouble, since, waiting }) => (
        <p key={endpointId} className="note note-bad">
          <Link to="/operations/endpoints/$endpointId" params={{ endpointId }}>
            <bdi dir="ltr">{url}</bdi>
          </Link>{' '}
          {say(`trouble.${trouble}`)} · {say('waiting', { waiting })} · <Moment at={since} />
        </p>
      ))}
    </Panel>
  );
}
