import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CommandServiceTypes } from '#client';
import { usePages } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { Moment } from '../time/time.js';
import { PEOPLE_ROLES } from './role-field.js';
import { useSay } from '../words/language.js';
import { useSayOf } from '../words/part.js';
import { ACCESS_WORDS } from './words.js';

type Entry = CommandServiceTypes.AccessEntryResponse;

const PATH = '/v1/access/log';

const keyOf = ({ at, person, operation, path }: Entry): string =>
  [at, person, operation, path].join(' ');

/** Who read raw events, exported, or changed who may do what; the latest first. */
export function AccessLog(): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  const sayRole = useRoleName();
  const { pages, rows, more } = usePages<Entry>(PATH, {}, keyOf);
  return (
    <Panel title={say('log')} of={pages}>
      {pages.data && rows.length === 0 && <p className="soft">{say('log.none')}</p>}
      {rows.length > 0 && (
        <SmallTable
          label={say('log')}
          heads={(['log.at', 'person', 'log.as', 'log.what', 'log.path'] as const).map((id) => ({
            name: say(id),
          }))}
          rows={rows.map((row) => ({
            key: keyOf(row),
            cells: [
              <Moment key="at" at={row.at} />,
              <bdi key="person">{row.person}</bdi>,
              sayRole(row.role),
              <bdi key="what">{row.operation}</bdi>,
              <bdi key="path">{row.path}</bdi>,
            ],
          }))}
        />
      )}
      {pages.hasNextPage && (
        <div className="parts-row">
          <Button className="button" isDisabled={pages.isFetchingNextPage} onPress={more}>
            {say('log.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

/** Of roles that this build knows; another one is shown as it was noted. */
function useRoleName(): (role: string) => string {
  const say = useSay();
  return (role) => {
    const known = [...PEOPLE_ROLES, 'service' as const].find((each) => each === role);
    return known === undefined ? role : say(`role.${known}`);
  };
}
