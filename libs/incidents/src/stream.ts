import { upcastOf } from '#event-shapes';
import type { IncidentEvent } from './events.js';

export const INCIDENT_STREAM_PREFIX = 'incident-';

export function incidentStream(incidentId: string): string {
  return INCIDENT_STREAM_PREFIX + incidentId;
}

/** Turns a stored event of any age into today's shape. @throws UnknownEvent */
export const upcastIncident = upcastOf<IncidentEvent>('incident', {
  // The title of one that a client asked for is the beginning of its text.
  IncidentOpened: { personal: { title: 'unsealed' } },
  AlertJoined: { personal: {} },
  AlertCleared: { personal: {} },
  SupportRequestJoined: { personal: { text: 'unsealed' } },
  TellingPromised: { personal: { person: 'staff' } },
  IncidentTold: { personal: {} },
  TellingFailed: { personal: {} },
  IncidentEscalated: { personal: {} },
  IncidentAcknowledged: { personal: { by: 'staff' } },
  IncidentAssigned: { personal: { assignee: 'staff', assignedBy: 'staff' } },
  IncidentNoted: { personal: { by: 'staff', note: 'unsealed' } },
  IncidentResolved: { personal: { by: 'staff', resolution: 'unsealed' } },
});

export const INCIDENT_EVENT_TYPES = Object.keys(upcastIncident.personal) as IncidentEvent['type'][];
