import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ProjectionServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useCaller } from '../session/session-store.js';
import { useSay } from '../words/language.js';
import { useSayOf } from '../words/part.js';
import { OPERATIONS_WORDS } from './words.js';

const REFRESH_MS = 5_000;

/** How far each view is behind the events. */
export function Views(): ReactNode {
  const say = useSay();
  const sayHere = useSayOf(OPERATIONS_WORDS);
  const { formatNumber } = useIntl();
  const { role } = useCaller();
  const enabled = role !== 'service';
  const query = useRead<ProjectionServiceTypes.ViewsResponse>(
    '/v1/views',
    {},
    { refreshMs: REFRESH_MS, enabled },
  );
  const rows = (query.data?.items ?? []).map((view) => ({
    key: view.name,
    cells: [
      view.name,
      <span key="status" className={view.trouble === null ? 'good' : 'bad'}>
        {view.trouble ?? view.status}
      </span>,
      <bdi key="position" className="id">
        {view.position}
      </bdi>,
      view.lagMs === null ? sayHere('views.lagUnknown') : `${formatNumber(view.lagMs)} ms`,
      view.setAside,
    ],
  }));
  return (
    <Panel title={sayHere('views')} of={query}>
      <SmallTable
        label={sayHere('views')}
        heads={[
          { name: sayHere('views.name') },
          { name: say('filter.status') },
          { name: say('views.position') },
          { name: sayHere('views.lag'), isNumber: true },
          { name: sayHere('views.setAside'), isNumber: true },
        ]}
        rows={rows}
      />
    </Panel>
  );
}
