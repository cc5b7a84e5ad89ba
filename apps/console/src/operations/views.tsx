import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ProjectionServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useCaller } from '../session/session-store.js';
import { useSay } from '../words/language.js';

const REFRESH_MS = 5_000;

/** How far each view is behind the events. */
export function Views(): ReactNode {
  const say = useSay();
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
      view.lagMs === null ? say('views.lagUnknown') : `${formatNumber(view.lagMs)} ms`,
      view.setAside,
    ],
  }));
  return (
    <Panel title={say('views')} of={query}>
      <SmallTable
        label={say('views')}
        heads={[
          { name: say('views.name') },
          { name: say('filter.status') },
          { name: say('views.position') },
          { name: say('views.lag'), isNumber: true },
          { name: say('views.setAside'), isNumber: true },
        ]}
        rows={rows}
      />
    </Panel>
  );
}
