import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { usePages } from '../client/read.js';
import { useIntent } from '../client/use-intent.js';
import { Choice } from '../parts/choice.js';
import { IntentResult } from '../parts/intent-result.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { pathOf, type Delivery } from './endpoint.js';
import { ENDPOINT_WORDS } from './words.js';

const ROWS = 50;
const OUTCOMES = ['under-way', 'arrived', 'failed', 'gone', 'unknown'] as const;
const keyOf = ({ deliveryId }: Delivery): string => deliveryId;

/** What was sent, what was answered, and each message once more where someone asks. */
export function Deliveries({ endpointId }: { readonly endpointId: string }): ReactNode {
  const say = useSayOf(ENDPOINT_WORDS);
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<Delivery['outcome'] | ''>('');
  const path = `${pathOf(endpointId)}/deliveries`;
  const { pages, rows, more } = usePages<Delivery>(path, { outcome, limit: ROWS }, keyOf);
  const intent = useIntent(() => void queries.invalidateQueries({ queryKey: [path] }));
  const replay = (messageId: string): void =>
    intent.ask({ path: `${pathOf(endpointId)}/messages/${messageId}/replay` });
  return (
    <Panel title={say('deliveries')} of={pages}>
      <div className="parts-row">
        <Choice
          label={say('outcome')}
          value={outcome}
          none={say('outcome.all')}
          options={OUTCOMES.map((each) => [each, say(`outcome.${each}`)])}
          onChoose={setOutcome}
        />
        <Button className="button" onPress={() => void pages.refetch()}>
          {say('refresh')}
        </Button>
      </div>
      <IntentResult of={intent} />
      {intent.isDone && <p role="status">{say('again.sent')}</p>}
      {pages.isSuccess && rows.length === 0 && <p className="soft">{say('deliveries.none')}</p>}
      {rows.length > 0 && (
        <SmallTable
          label={say('deliveries')}
          heads={[
            { name: say('at') },
            { name: say('type') },
            { name: say('outcome') },
            { name: say('answer') },
            { name: say('attempt'), isNumber: true },
            { name: say('again') },
          ]}
          rows={rows.map((each) => ({
            key: each.deliveryId,
            cells: cellsOf(each, say, replay),
          }))}
        />
      )}
      {pages.hasNextPage && (
        <Button className="button" isDisabled={pages.isFetchingNextPage} onPress={more}>
          {say('more')}
        </Button>
      )}
    </Panel>
  );
}

type Say = ReturnType<typeof useSayOf<keyof (typeof ENDPOINT_WORDS)['en']>>;

function cellsOf(of: Delivery, say: Say, replay: (messageId: string) => void): ReactNode[] {
  return [
    <Moment key="at" at={of.startedAt} />,
    <bdi key="type">{of.type}</bdi>,
    <span key="outcome" className={of.outcome === 'arrived' ? 'good' : 'warn'}>
      {say(`outcome.${of.outcome}`)}
    </span>,
    of.answer?.status ?? of.reason ?? '–',
    of.attempt,
    of.type === 'webhook.test' ? (
      ''
    ) : (
      <Button
        key="again"
        className="button"
        aria-label={say('again.named', { message: of.messageId })}
        onPress={() => replay(of.messageId)}
      >
        {say('again')}
      </Button>
    ),
  ];
}
