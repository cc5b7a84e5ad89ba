import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ProjectionServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useDuties } from '../session/duties.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { PAYMENT_WORDS } from './words.js';

const READERS = ['analyst', 'senior-analyst', 'auditor', 'operator'] as const;

/** What led to what, as a picture and as the same in a list. */
export function Causes({ paymentId }: { readonly paymentId: string }): ReactNode {
  const say = useSayOf(PAYMENT_WORDS);
  const { may } = useDuties();
  const [isOpen, setOpen] = useState(false);
  if (!may(READERS)) return null;
  return (
    <Panel title={say('causes')}>
      {isOpen ? (
        <Graph paymentId={paymentId} />
      ) : (
        <Button className="button" onPress={() => setOpen(true)}>
          {say('causes.show')}
        </Button>
      )}
    </Panel>
  );
}

function Graph({ paymentId }: { readonly paymentId: string }): ReactNode {
  const say = useSayOf(PAYMENT_WORDS);
  const path = `/v1/payments/${encodeURIComponent(paymentId)}/causes`;
  const query = useRead<ProjectionServiceTypes.CausesResponse>(path);
  const { data } = query;
  if (!data) return <Panel title={say('causes.steps')} of={query} />;
  const labelOf = new Map(data.nodes.map(({ id, label }) => [id, label]));
  const rows = data.nodes.map(({ id, kind, label, detail, at }) => ({
    key: id,
    cells: [
      say(`causes.kind.${kind}`),
      <bdi key="label">{label}</bdi>,
      <span key="detail" dir="auto">
        {detail ?? ''}
      </span>,
      data.edges
        .filter(({ to }) => to === id)
        .map(({ from, why }) => `${labelOf.get(from) ?? from} (${why})`)
        .join(', ') || '–',
      <Moment key="at" at={at} />,
    ],
  }));
  return (
    <>
      {!data.complete && (
        <p className="note note-warn">{say('causes.missing', { count: data.missing.length })}</p>
      )}
      <div className="payments-causes" tabIndex={0} role="group" aria-label={say('causes')}>
        <img
          src={`${path}?format=svg`}
          alt={say('causes.picture', { nodes: data.nodes.length, edges: data.edges.length })}
        />
      </div>
      <SmallTable
        label={say('causes.steps')}
        heads={[
          { name: say('causes.kind') },
          { name: say('causes.what') },
          { name: say('causes.detail') },
          { name: say('causes.by') },
          { name: say('causes.at') },
        ]}
        rows={rows}
      />
    </>
  );
}
