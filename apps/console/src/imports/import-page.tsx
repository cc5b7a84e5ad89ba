import '../parts/parts.css';
import '../case/case.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OperationsTypes } from '#client';
import { useRead } from '../client/read.js';
import { Trouble } from '../frame/trouble.js';
import { Amount } from '../money/amount.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { BooksPages } from '../books/books-pages.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { IMPORTS, type Import } from './import.js';
import { ImportProgress } from './import-progress.js';
import { IMPORT_WORDS } from './words.js';

const REFRESH_MS = 1_000;
const ROWS = 100;

/** One file: what it holds, how far it is, and which lines could not be read. */
export function ImportPage(): ReactNode {
  const say = useSayOf(IMPORT_WORDS);
  const { importId } = useParams({ from: '/reconciliation/imports/$importId' });
  const path = `${IMPORTS}/${encodeURIComponent(importId)}`;
  const query = useRead<Import>(path, {}, { refreshMs: REFRESH_MS });
  const { data } = query;
  return (
    <div className="parts-page">
      <BooksPages />
      <Link to="/reconciliation/imports">{say('back')}</Link>
      <h1>{data?.name ?? say('one')}</h1>
      <Trouble of={query} />
      {data && (
        <>
          <Standing of={data} />
          {data.refused > 0 && <Refused path={path} />}
        </>
      )}
    </div>
  );
}

function Standing({ of }: { readonly of: Import }): ReactNode {
  const say = useSayOf(IMPORT_WORDS);
  return (
    <Panel title={say(`kind.${of.kind}`)}>
      <p role="status">
        <ImportProgress of={of} />
      </p>
      <dl className="case-facts">
        <dt>{say('lines')}</dt>
        <dd>{of.lines}</dd>
        <dt>{say('recorded')}</dt>
        <dd>{of.recorded ?? '–'}</dd>
        <dt>{say('known')}</dt>
        <dd>{of.known ?? '–'}</dd>
        <dt>{say('differing')}</dt>
        <dd>{of.differing ?? '–'}</dd>
        <dt>{say('refused')}</dt>
        <dd className={of.refused > 0 ? 'bad' : ''}>{of.refused}</dd>
        <dt>{say('totals')}</dt>
        <dd>
          {of.totals.map((each) => (
            <span key={each.currency}>
              <Amount of={each} />{' '}
            </span>
          ))}
        </dd>
        <dt>{say('by')}</dt>
        <dd>
          <bdi>{of.startedBy}</bdi> <Moment at={of.startedAt} />
        </dd>
        <dt>{say('hash')}</dt>
        <dd className="id">
          <bdi>{of.importId}</bdi>
        </dd>
      </dl>
    </Panel>
  );
}

function Refused({ path }: { readonly path: string }): ReactNode {
  const say = useSayOf(IMPORT_WORDS);
  const query = useRead<OperationsTypes.RefusedPageResponse>(`${path}/refused`, { limit: ROWS });
  return (
    <Panel title={say('refused')} of={query}>
      {query.data && query.data.nextCursor !== null && (
        <p className="soft">{say('refused.first')}</p>
      )}
      <SmallTable
        label={say('refused')}
        heads={[{ name: say('row'), isNumber: true }, { name: say('why') }, { name: say('line') }]}
        rows={(query.data?.items ?? []).map(({ row, reason, raw }) => ({
          key: String(row),
          cells: [
            row,
            <span key="why" dir="auto">
              {reason}
            </span>,
            <bdi key="raw" className="id">
              {raw}
            </bdi>,
          ],
        }))}
      />
    </Panel>
  );
}
