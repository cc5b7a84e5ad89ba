import type { ReactNode } from 'react';
import { useRead } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { useSayOf } from '../words/part.js';
import type { SavedMapping } from './import.js';
import { NewMapping } from './new-mapping.js';
import { IMPORT_WORDS } from './words.js';

const PATH = '/v1/import-mappings';

/** Which column of a bank's CSV file is what; another mapping of a name is its next version. */
export function Mappings({ maySave }: { readonly maySave: boolean }): ReactNode {
  const say = useSayOf(IMPORT_WORDS);
  const query = useRead<readonly SavedMapping[]>(PATH);
  return (
    <Panel title={say('mappings')} of={query}>
      {query.data?.length === 0 && <p className="soft">{say('mappings.none')}</p>}
      {(query.data ?? []).map(({ name, version, mapping }) => (
        <details key={name}>
          <summary>
            <bdi>{name}</bdi> <span className="soft">{say('version', { version })}</span>
          </summary>
          <pre className="parts-json" dir="ltr" tabIndex={0} aria-label={name}>
            {JSON.stringify(mapping, null, 2)}
          </pre>
        </details>
      ))}
      {maySave && <NewMapping />}
    </Panel>
  );
}
