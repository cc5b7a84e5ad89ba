import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { OperationsTypes } from '#client';
import { useRead } from '../client/read.js';
import { send } from '../client/transport.js';
import { ErrorText } from '../frame/trouble.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useCaller } from '../session/session-store.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';
import { useSayOf } from '../words/part.js';
import { OPERATIONS_WORDS } from './words.js';

const PATH = '/v1/jobs';
const REFRESH_MS = 10_000;

/** What runs by the clock, how it last ended, and a button to run it now. */
export function Jobs(): ReactNode {
  const say = useSay();
  const sayHere = useSayOf(OPERATIONS_WORDS);
  const { role } = useCaller();
  const queries = useQueryClient();
  const query = useRead<readonly OperationsTypes.JobResponse[]>(
    PATH,
    {},
    { refreshMs: REFRESH_MS },
  );
  const run = useMutation({
    mutationFn: (name: string) =>
      send({ method: 'POST', path: `${PATH}/${encodeURIComponent(name)}/run` }),
    onSettled: () => queries.invalidateQueries({ queryKey: [PATH] }),
  });
  const rows = (query.data ?? []).map(({ name, running, lastStartedAt, lastEnd }) => ({
    key: name,
    cells: [
      name,
      running ? sayHere('jobs.running') : outcomeOf(lastEnd),
      <Moment key="at" at={lastStartedAt} />,
      role === 'operator' ? (
        <Button
          key="run"
          className="button"
          isDisabled={running || run.isPending}
          onPress={() => run.mutate(name)}
          aria-label={sayHere('jobs.runNamed', { name })}
        >
          {sayHere('jobs.run')}
        </Button>
      ) : (
        ''
      ),
    ],
  }));
  return (
    <Panel title={sayHere('jobs')} of={query}>
      {run.error !== null && (
        <p role="alert" className="note note-bad">
          <ErrorText of={run.error} />
        </p>
      )}
      <SmallTable
        label={sayHere('jobs')}
        heads={[
          { name: sayHere('jobs.name') },
          { name: sayHere('jobs.lastEnd') },
          { name: sayHere('jobs.lastStart') },
          { name: say('action') },
        ]}
        rows={rows}
      />
    </Panel>
  );
}

function outcomeOf(end: unknown): string {
  const outcome = (end as { readonly outcome?: unknown } | null)?.outcome;
  return typeof outcome === 'string' ? outcome : '–';
}
