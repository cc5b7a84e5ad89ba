export { evolveCase, NO_CASE, type Case, type Decision } from './case.js';
export {
  addNote,
  assign,
  escalate,
  snooze,
  unassign,
  wake,
  withdrawEscalation,
} from './desk/decide.js';
export { evolveDesk, leaseAt, NO_DESK, type Desk, type Lease } from './desk/desk.js';
export { CASE_ERRORS, CaseError, type CaseErrorCode } from './desk/errors.js';
export { ESCALATION_REASONS, type CaseEvent, type CaseEventType } from './desk/events.js';
export { holdToDecide, release, takeFree, takeOrExtend, type At } from './desk/lease.js';
export { CASE_EVENT_TYPES, CASE_STREAM_PREFIX, caseStream, upcastCase } from './desk/stream.js';
export { labelOf, type Label } from './label.js';
