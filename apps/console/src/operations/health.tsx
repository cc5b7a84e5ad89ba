import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useSay } from '../words/language.js';
import { useSayOf } from '../words/part.js';
import { OPERATIONS_WORDS } from './words.js';

const REFRESH_MS = 5_000;

const SERVICES = [
  { name: 'command-service', path: '/health/ready' },
  { name: 'projection-service', path: '/health/projection-service' },
  { name: 'operations', path: '/health/operations' },
] as const;

type Report = { readonly status: string; readonly parts: Readonly<Record<string, string>> };

/** How each process says that it is; one that does not answer is away, not well. */
export function Health(): ReactNode {
  const say = useSay();
  const sayHere = useSayOf(OPERATIONS_WORDS);
  const query = useQuery({ queryKey: ['health'], queryFn: reports, refetchInterval: REFRESH_MS });
  const rows = (query.data ?? []).map(({ name, report }) => ({
    key: name,
    cells: [
      name,
      report === null ? (
        <span className="bad">{sayHere('health.away')}</span>
      ) : (
        <span className={report.status === 'ready' ? 'good' : 'warn'}>{report.status}</span>
      ),
      Object.entries(report?.parts ?? {})
        .map(([part, state]) => `${part}: ${state}`)
        .join(' · '),
    ],
  }));
  return (
    <Panel title={sayHere('health')} of={query}>
      <SmallTable
        label={sayHere('health')}
        heads={[
          { name: sayHere('health.service') },
          { name: say('filter.status') },
          { name: sayHere('health.parts') },
        ]}
        rows={rows}
      />
    </Panel>
  );
}

/** A service that is not ready answers 503 with the same report. */
function reports(): Promise<{ name: string; report: Report | null }[]> {
  return Promise.all(
    SERVICES.map(async ({ name, path }) => {
      const body: unknown = await fetch(path)
        .then((answer) => answer.json() as Promise<unknown>)
        .catch(() => null);
      return { name, report: isReport(body) ? body : null };
    }),
  );
}

function isReport(body: unknown): body is Report {
  return typeof body === 'object' && body !== null && 'parts' in body;
}
