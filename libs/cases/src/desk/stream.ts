import { upcastOf } from '#event-shapes';
import type { CaseEvent, CaseEventType } from './events.js';

/** Streams of the work on a case start with this; the id of its payment follows. */
export const CASE_STREAM_PREFIX = 'case-';

export function caseStream(paymentId: string): string {
  return CASE_STREAM_PREFIX + paymentId;
}

/** Fields that came after the first version of a type, and what they mean without. */
const TYPES = {
  CaseLeased: {},
  CaseLeaseExtended: {},
  CaseLeaseReleased: {},
  CaseNoted: {},
  CaseSnoozed: {},
  CaseWoken: {},
  CaseAssigned: {},
  CaseUnassigned: {},
  CaseEscalated: {},
  CaseEscalationWithdrawn: {},
} as const satisfies Readonly<Record<CaseEventType, object>>;

export const CASE_EVENT_TYPES = Object.keys(TYPES) as CaseEventType[];

/** Turns a stored event of any age into today's shape. @throws UnknownEvent */
export const upcastCase = upcastOf<CaseEvent>('case', TYPES);
