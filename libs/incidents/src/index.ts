export { classifyAlert, classifyReport, type Classification } from './classify.js';
export {
  acknowledge,
  addNote,
  assign,
  clear,
  escalate,
  join,
  open,
  resolve,
  type Now,
  type Opening,
} from './decide.js';
export { INCIDENT_ERRORS, IncidentError, type IncidentErrorCode } from './errors.js';
export { dueEscalation, type DueEscalation } from './escalation.js';
export type { AlertFacts, IncidentEvent, SupportFacts, TellReason } from './events.js';
export { evolveIncident, openTellings, type Incident, type Telling } from './incident.js';
export {
  INCIDENT_EVENT_TYPES,
  INCIDENT_STREAM_PREFIX,
  incidentStream,
  upcastIncident,
} from './stream.js';
export {
  ESCALATION,
  PRIORITIES,
  RESPONSE_MINUTES,
  ROLES as RESPONDER_ROLES,
  TOPICS,
  type Priority,
  type ResponderRole,
  type Topic,
} from './vocabulary.js';
export {
  personOnCall,
  troubleOfSchedule,
  WEEK_MINUTES,
  type OnCallOverride,
  type OnCallSchedule,
} from './on-call/schedule.js';
export { postMortem, sentenceOf, timeOf } from './post-mortem.js';
export { topicsOf } from './words.js';
