import '../parts/parts.css';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { OperationsTypes } from '#client';
import { useRead } from '../client/read.js';
import { useIntent } from '../client/use-intent.js';
import { IntentResult } from '../parts/intent-result.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useSayOf } from '../words/part.js';
import { Deliveries } from './deliveries.js';
import { ENDPOINTS, pathOf, type Delivery, type Endpoint } from './endpoint.js';
import { ENDPOINT_WORDS } from './words.js';

/** One endpoint: a message to try it, what was sent to it, and what was given up. */
export function EndpointPage(): ReactNode {
  const say = useSayOf(ENDPOINT_WORDS);
  const { endpointId } = useParams({ from: '/operations/endpoints/$endpointId' });
  const all = useRead<readonly Endpoint[]>(ENDPOINTS);
  const endpoint = all.data?.find((each) => each.endpointId === endpointId);
  return (
    <div className="parts-page">
      <Link to="/operations/endpoints">{say('back')}</Link>
      <h1>
        <bdi dir="ltr">{endpoint?.url ?? say('one')}</bdi>{' '}
        {endpoint && <span className="soft parts-count">{endpoint.status}</span>}
      </h1>
      <Try endpointId={endpointId} />
      <Abandoned endpointId={endpointId} />
      <Deliveries endpointId={endpointId} />
    </div>
  );
}

type OfEndpoint = { readonly endpointId: string };

function Try({ endpointId }: OfEndpoint): ReactNode {
  const say = useSayOf(ENDPOINT_WORDS);
  const queries = useQueryClient();
  const path = pathOf(endpointId);
  const intent = useIntent(
    () => void queries.invalidateQueries({ queryKey: [`${path}/deliveries`] }),
  );
  const answer = intent.answer as Delivery | null;
  return (
    <Panel title={say('try')}>
      <Button
        className="button"
        isDisabled={intent.isSending || intent.isUnanswered}
        onPress={() => intent.ask({ path: `${path}/test` })}
      >
        {say('try.send')}
      </Button>
      {answer !== null && intent.refusal === null && (
        <p role="status" className={answer.outcome === 'arrived' ? 'good' : 'bad'}>
          {say(`outcome.${answer.outcome}`)} {answer.reason ?? answer.answer?.status ?? ''}
        </p>
      )}
      <IntentResult of={intent} />
    </Panel>
  );
}

function Abandoned({ endpointId }: OfEndpoint): ReactNode {
  const say = useSayOf(ENDPOINT_WORDS);
  const queries = useQueryClient();
  const path = `${pathOf(endpointId)}/abandoned-messages`;
  const query = useRead<readonly OperationsTypes.AbandonedMessageResponse[]>(path);
  const intent = useIntent(() => void queries.invalidateQueries());
  const rows = (query.data ?? []).map(({ messageId, type, paymentId, attempts, lastFailure }) => ({
    key: messageId,
    cells: [
      type,
      <Link key="payment" to="/payments/$paymentId" params={{ paymentId }}>
        <bdi className="id">{paymentId}</bdi>
      </Link>,
      attempts,
      <span key="why" dir="auto">
        {lastFailure ?? '–'}
      </span>,
      <Button
        key="again"
        className="button"
        aria-label={say('again.named', { message: messageId })}
        isDisabled={intent.isSending || intent.isUnanswered}
        onPress={() => intent.ask({ path: `${path}/${messageId}/replay` })}
      >
        {say('again')}
      </Button>,
    ],
  }));
  return (
    <Panel title={say('abandoned')} of={query}>
      {query.data && rows.length === 0 && <p className="soft">{say('abandoned.none')}</p>}
      {rows.length > 0 && (
        <SmallTable
          label={say('abandoned')}
          heads={[
            { name: say('type') },
            { name: say('payment') },
            { name: say('attempts'), isNumber: true },
            { name: say('why') },
            { name: say('again') },
          ]}
          rows={rows}
        />
      )}
      <IntentResult of={intent} />
    </Panel>
  );
}
