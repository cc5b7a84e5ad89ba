import { upcastOf } from '#event-shapes';
import type { CaseEvent, CaseEventType } from './events.js';

/** Streams of the work on a case start with this; the id of its payment follows. */
export const CASE_STREAM_PREFIX = 'case-';

export function caseStream(paymentId: string): string {
  return CASE_STREAM_PREFIX + paymentId;
}

/** Turns a stored event of any age into today's shape. @throws UnknownEvent */
export const upcastCase = upcastOf<CaseEvent>('case', {
  CaseLeased: { personal: { analyst: 'staff' } },
  CaseLeaseExtended: { personal: { analyst: 'staff' } },
  CaseLeaseReleased: { personal: { analyst: 'staff' } },
  CaseNoted: { personal: { analyst: 'staff', note: 'sealed' } },
  CaseSnoozed: { personal: { analyst: 'staff', note: 'sealed' } },
  CaseWoken: { personal: { analyst: 'staff' } },
  CaseAssigned: { personal: { assignee: 'staff', assignedBy: 'staff' } },
  CaseUnassigned: { personal: { unassignedBy: 'staff' } },
  CaseEscalated: { personal: { escalatedBy: 'staff', note: 'sealed' } },
  CaseEscalationWithdrawn: { personal: { withdrawnBy: 'staff', note: 'sealed' } },
});

export const CASE_EVENT_TYPES = Object.keys(upcastCase.personal) as CaseEventType[];
