import '../parts/parts.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { BooksPages } from '../books/books-pages.js';
import { BOOKKEEPERS, useDuties } from '../session/duties.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { IMPORTS, type Import } from './import.js';
import { ImportProgress } from './import-progress.js';
import { Mappings } from './mappings.js';
import { NewImport } from './new-import.js';
import { IMPORT_WORDS } from './words.js';

const REFRESH_MS = 5_000;
const ROWS = 50;

type Imports = { readonly items: readonly Import[] };

/** Statement files of providers and banks: looked at first, then recorded, each line once. */
export function ImportsPage(): ReactNode {
  const say = useSayOf(IMPORT_WORDS);
  const { may } = useDuties();
  const query = useRead<Imports>(IMPORTS, { limit: ROWS }, { refreshMs: REFRESH_MS });
  const rows = (query.data?.items ?? []).map((each) => ({
    key: each.importId,
    cells: [
      <Link key="name" to="/reconciliation/imports/$importId" params={{ importId: each.importId }}>
        <bdi>{each.name ?? each.importId.slice(0, 12)}</bdi>
      </Link>,
      say(`kind.${each.kind}`),
      <ImportProgress key="status" of={each} />,
      each.lines,
      each.recorded ?? '–',
      <span key="refused" className={each.refused > 0 ? 'bad' : ''}>
        {each.refused}
      </span>,
      <bdi key="by">{each.startedBy}</bdi>,
      <Moment key="at" at={each.startedAt} />,
    ],
  }));
  return (
    <div className="parts-page">
      <BooksPages />
      <h1>{say('title')}</h1>
      <NewImport mayRecord={may(BOOKKEEPERS)} />
      <Panel title={say('before')} of={query}>
        {query.data && rows.length === 0 && <p className="soft">{say('before.none')}</p>}
        {rows.length > 0 && (
          <SmallTable
            label={say('before')}
            heads={[
              { name: say('file') },
              { name: say('kind') },
              { name: say('status') },
              { name: say('lines'), isNumber: true },
              { name: say('recorded'), isNumber: true },
              { name: say('refused'), isNumber: true },
              { name: say('by') },
              { name: say('at') },
            ]}
            rows={rows}
          />
        )}
      </Panel>
      <Mappings maySave={may(BOOKKEEPERS)} />
    </div>
  );
}
