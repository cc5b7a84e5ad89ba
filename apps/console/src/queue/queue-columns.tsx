import { useMemo } from 'react';
import { Score } from '../case/score.js';
import type { CaseRow } from '../client/cases.js';
import type { Column } from '../grid/grid.js';
import { Amount } from '../money/amount.js';
import { useAgo } from '../time/time.js';
import { useSay, type Say } from '../words/language.js';

export function useCaseColumns(): readonly Column<CaseRow>[] {
  const say = useSay();
  const ago = useAgo();
  return useMemo(
    () => [
      {
        id: 'waits',
        head: say('case.waits'),
        width: 'minmax(84px, 1fr)',
        cell: ({ openedAt, occurredAt }) => {
          const since = openedAt ?? occurredAt;
          return (
            <time dateTime={since} title={since}>
              {ago(since)}
            </time>
          );
        },
      },
      {
        id: 'amount',
        head: say('amount'),
        width: 'minmax(112px, 1fr)',
        isNumber: true,
        cell: ({ amount }) => <Amount of={amount} />,
      },
      {
        id: 'score',
        head: say('case.score'),
        width: 'minmax(56px, 0.5fr)',
        isNumber: true,
        cell: ({ score }) => (score === null ? say('case.unscored') : <Score of={score} />),
      },
      {
        id: 'why',
        head: say('case.why'),
        width: 'minmax(110px, 1.2fr)',
        cell: (row) => whyOf(row, say),
      },
      {
        id: 'customer',
        head: say('customer'),
        width: 'minmax(120px, 1.5fr)',
        cell: ({ customerId }) => <bdi className="id">{customerId}</bdi>,
      },
    ],
    [say, ago],
  );
}

function whyOf({ reason, rules }: CaseRow, say: Say): string {
  if (reason === 'rule') return rules.map(({ ruleId }) => ruleId).join(', ');
  return say(`case.why.${reason ?? 'none'}`);
}
