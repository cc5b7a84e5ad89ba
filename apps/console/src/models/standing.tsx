import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OperationsTypes } from '#client';
import { useRead } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useSayOf } from '../words/part.js';
import { AskForModel } from './ask-for-model.js';
import type { Comparison } from './comparison.js';
import { MODEL_WORDS } from './words.js';

type Models = OperationsTypes.ModelsResponse;

const PATH = '/v1/models';

export function Standing(): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const queries = useQueryClient();
  const query = useRead<Models>(PATH);
  const { data } = query;
  const request = data?.request as { readonly requestedBy: string } | null | undefined;
  return (
    <Panel title={say('standing')} of={query}>
      {data && (
        <>
          <dl className="models-facts">
            <div>
            <dt>{say('champion')}</dt>
            <dd>
              {data.champion === null ? say('champion.none') : <bdi>{data.champion.version}</bdi>}{' '}
              {data.championBy === 'registry' && (
                <span className="soft">{say('champion.registry')}</span>
              )}
            </dd>
            </div>
            <div>
            <dt>{say('challenger')}</dt>
            <dd>
              {data.challenger === null ? (
                say('challenger.none')
              ) : (
                <bdi>{data.challenger.version}</bdi>
              )}
            </dd>
            </div>
          </dl>
          {data.challenger !== null && <Compared of={data.comparison as Comparison | null} />}
          {request ? (
            <p className="note">{say('asked', { person: request.requestedBy })}</p>
          ) : (
            <AskForModel
              of={data}
              onAsked={() => void queries.invalidateQueries({ queryKey: [PATH] })}
            />
          )}
        </>
      )}
    </Panel>
  );
}

function Compared({ of }: { readonly of: Comparison | null }): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  if (of === null) return <p className="soft">{say('compared.not')}</p>;
  const { payments, frauds, criteria } = of;
  return (
    <>
      <p>{say('compared', { payments, frauds })}</p>
      <SmallTable
        label={say('criterion')}
        heads={[{ name: say('criterion') }, { name: say('holds') }, { name: say('found') }]}
        rows={criteria.map(({ name, holds, because }) => ({
          key: name,
          cells: [
            <bdi key="name">{name}</bdi>,
            <span key="holds" className={holds ? 'good' : 'bad'}>
              {say(holds ? 'holds.yes' : 'holds.no')}
            </span>,
            <span key="because" dir="auto" className="models-text">
              {because}
            </span>,
          ],
        }))}
      />
    </>
  );
}
