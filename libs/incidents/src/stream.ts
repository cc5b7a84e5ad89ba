import { upcastOf } from '#event-shapes';
import type { IncidentEvent } from './events.js';

export const INCIDENT_STREAM_PREFIX = 'incident-';

export function incidentStream(incidentId: string): string {
  return INCIDENT_STREAM_PREFIX + incidentId;
}

const TYPES = {
  IncidentOpened: {},
  AlertJoined: {},
  AlertCleared: {},
  SupportRequestJoined: {},
  TellingPromised: {},
  IncidentTold: {},
  TellingFailed: {},
  IncidentEscalated: {},
  IncidentAcknowledged: {},
  IncidentAssigned: {},
  IncidentNoted: {},
  IncidentResolved: {},
} as const satisfies Readonly<Record<IncidentEvent['type'], object>>;

export const INCIDENT_EVENT_TYPES = Object.keys(TYPES) as IncidentEvent['type'][];

/** Turns a stored event of any age into today's shape. @throws UnknownEvent */
export const upcastIncident = upcastOf<IncidentEvent>('incident', TYPES);
