import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CommandServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { send } from '../client/transport.js';
import { ErrorText } from '../frame/trouble.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';
import { useSayOf } from '../words/part.js';
import { OPERATIONS_WORDS } from './words.js';

const PATH = '/v1/attention';
const REFRESH_MS = 10_000;

/** A delivery that could not be applied, as its stream is called. */
const DELIVERY = /^webhook-(stripe|paypal)-(.+)$/;
const PAYMENT = /^payment-([0-9a-f-]{36})$/;

/** Payments and deliveries that are not finished, the longest quiet first. */
export function Attention(): ReactNode {
  const say = useSay();
  const sayHere = useSayOf(OPERATIONS_WORDS);
  const queries = useQueryClient();
  const query = useRead<CommandServiceTypes.AttentionResponse>(PATH, {}, { refreshMs: REFRESH_MS });
  const retry = useMutation({
    mutationFn: (path: string) => send({ method: 'POST', path }),
    onSettled: () => queries.invalidateQueries({ queryKey: [PATH] }),
  });
  const rows = (query.data?.items ?? []).map(({ stream, open, since, escalated }) => ({
    key: stream,
    cells: [
      <Stream key="stream" of={stream} />,
      [...open, ...escalated].join(', '),
      <Moment key="since" at={since} />,
      <Retry key="retry" of={stream} onPress={(path) => retry.mutate(path)} />,
    ],
  }));
  return (
    <Panel title={sayHere('attention')} of={query}>
      {retry.error !== null && (
        <p role="alert" className="note note-bad">
          <ErrorText of={retry.error} />
        </p>
      )}
      {query.data?.unfinished === null && <p className="warn">{sayHere('attention.unknown')}</p>}
      {query.data?.unfinished === 0 && <p className="good">{sayHere('attention.none')}</p>}
      {rows.length > 0 && (
        <SmallTable
          label={sayHere('attention')}
          heads={[
            { name: sayHere('attention.what') },
            { name: sayHere('attention.open') },
            { name: sayHere('attention.since') },
            { name: say('action') },
          ]}
          rows={rows}
        />
      )}
    </Panel>
  );
}

function Stream({ of }: { readonly of: string }): ReactNode {
  const [, paymentId] = PAYMENT.exec(of) ?? [];
  if (paymentId === undefined) return <bdi className="id">{of}</bdi>;
  return (
    <Link to="/payments/$paymentId" params={{ paymentId }}>
      <bdi className="id">{paymentId}</bdi>
    </Link>
  );
}

type RetryProps = { readonly of: string; readonly onPress: (path: string) => void };

function Retry({ of, onPress }: RetryProps): ReactNode {
  const say = useSayOf(OPERATIONS_WORDS);
  const [, provider, eventId] = DELIVERY.exec(of) ?? [];
  if (provider === undefined || eventId === undefined) return '';
  const path = `${PATH}/deliveries/${provider}/${encodeURIComponent(eventId)}/retry`;
  return (
    <Button
      className="button"
      aria-label={say('attention.retryNamed', { name: eventId })}
      onPress={() => onPress(path)}
    >
      {say('attention.retry')}
    </Button>
  );
}
