import type { ProjectionServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import type { Asked } from '../frame/trouble.js';
import type { Waiting } from './proposal.js';

const PERIODS = '/v1/periods';
const REFRESH = { refreshMs: 15_000 };

type Reopening = Omit<Waiting, 'proposedBy'> & { readonly proposedBy: string };

/** The closed month that someone wants to be reopened: only the last closed one can be. */
export function useReopenings(enabled: boolean): {
  readonly items: readonly Reopening[];
  readonly lists: readonly Asked[];
} {
  const all = useRead<ProjectionServiceTypes.PeriodsResponse>(PERIODS, {}, { ...REFRESH, enabled });
  const closed = all.data?.closedThrough ?? null;
  const last = useRead<ProjectionServiceTypes.PeriodResponse>(
    `${PERIODS}/${closed ?? ''}`,
    {},
    { ...REFRESH, enabled: enabled && closed !== null },
  );
  const reopening = last.data?.reopening ?? null;
  const isAsked = closed !== null && reopening !== null;
  return { items: isAsked ? [ofReopening(closed, reopening)] : [], lists: [all, last] };
}

type Asking = NonNullable<ProjectionServiceTypes.PeriodResponse['reopening']>;

function ofReopening(period: string, { reason, proposedBy, proposedAt }: Asking): Reopening {
  const path = `${PERIODS}/${period}/reopening`;
  return {
    kind: 'reopening',
    id: period,
    what: period,
    note: reason,
    proposedBy,
    proposedAt,
    mayApprove: false,
    approvePath: `${path}/approval`,
    refusePath: `${path}/withdrawal`,
    refusalNeedsNote: false,
  };
}
