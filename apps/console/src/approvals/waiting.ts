import type { OperationsTypes, ProjectionServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { EXCEPTIONS, pathOf, type Exception } from '../exceptions/exception.js';
import type { Asked } from '../frame/trouble.js';
import { SECOND_PEOPLE, SEE_EXCEPTIONS, useDuties } from '../session/duties.js';
import type { Waiting } from './proposal.js';
import { useReopenings } from './reopenings.js';

type Adjustment = ProjectionServiceTypes.AdjustmentResponse;

const REFRESH = { refreshMs: 15_000 };
const ROWS = 200;
const EXCEPTION_ANSWERS = ['approver', 'reconciler', 'operator'] as const;
const BOOK_READERS = [...SEE_EXCEPTIONS, 'analyst', 'senior-analyst'] as const;

/** Everything that waits for a second person, from each list that the caller may read. */
export function useWaiting(): {
  readonly items: readonly Waiting[];
  readonly lists: readonly Asked[];
} {
  const { name, may } = useDuties();
  const enabled = may(SEE_EXCEPTIONS);
  const isOther = (person: string): boolean => person !== name;
  const decisions = useRead<OperationsTypes.ApprovalsResponse>('/v1/approvals', {}, REFRESH);
  const exceptions = useRead<ProjectionServiceTypes.ExceptionsResponse>(
    EXCEPTIONS,
    { state: 'awaiting-approval', limit: ROWS },
    { ...REFRESH, enabled },
  );
  const seesBooks = may(BOOK_READERS);
  const adjustments = useAdjustments('proposed', seesBooks);
  const reversals = useAdjustments('reversal-proposed', seesBooks);
  const periods = useReopenings(seesBooks);
  const mayBook = may(SECOND_PEOPLE);
  const items = [
    ...(decisions.data?.items ?? []).map((each) => ({ ...each, refusalNeedsNote: false })),
    ...(exceptions.data?.items ?? []).map((each) => ofException(each, may(EXCEPTION_ANSWERS))),
    ...[...(adjustments.data?.items ?? []), ...(reversals.data?.items ?? [])].map((each) =>
      ofAdjustment(each, mayBook, isOther),
    ),
    ...periods.items.map((each) => ({
      ...each,
      mayApprove: mayBook && isOther(each.proposedBy),
    })),
  ];
  const lists = [decisions, exceptions, adjustments, reversals, ...periods.lists];
  return { items: items.toSorted(longestFirst), lists };
}

function longestFirst(a: Waiting, b: Waiting): number {
  return (a.proposedAt ?? '') < (b.proposedAt ?? '') ? -1 : 1;
}

function useAdjustments(status: Adjustment['status'], enabled: boolean) {
  const query = { status, limit: ROWS };
  return useRead<ProjectionServiceTypes.AdjustmentsResponse>('/v1/journal/adjustments', query, {
    ...REFRESH,
    enabled,
  });
}

function ofException({ exceptionId, since, atStake }: Exception, mayApprove: boolean): Waiting {
  const path = `${pathOf(exceptionId)}/resolution`;
  return {
    kind: 'exception',
    id: exceptionId,
    what: atStake === null ? '' : `${atStake.currency} ${atStake.amount}`,
    note: '',
    proposedBy: null,
    proposedAt: since,
    mayApprove,
    approvePath: `${path}/approval`,
    refusePath: `${path}/refusal`,
    refusalNeedsNote: true,
  };
}

function ofAdjustment(
  { adjustmentId, status, reason, proposedBy, proposedAt, reversal, lines }: Adjustment,
  mayBook: boolean,
  isOther: (person: string) => boolean,
): Waiting {
  const isReversal = status === 'reversal-proposed' && reversal !== null;
  const asked = isReversal ? reversal : { reason, proposedBy, proposedAt };
  const path = `/v1/journal/adjustments/${adjustmentId}`;
  return {
    kind: isReversal ? 'reversal' : 'adjustment',
    id: adjustmentId,
    what: lines.map(({ account }) => account).join(' · '),
    note: asked.reason,
    proposedBy: asked.proposedBy,
    proposedAt: asked.proposedAt,
    mayApprove: mayBook && isOther(asked.proposedBy),
    approvePath: `${path}/approval`,
    refusePath: `${path}/withdrawal`,
    refusalNeedsNote: false,
  };
}
