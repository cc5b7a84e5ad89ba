import { dueEscalation } from './escalation.js';
import { IncidentError } from './errors.js';
import type { AlertFacts, IncidentEvent, SupportFacts, TellReason } from './events.js';
import type { Incident } from './incident.js';
import {
  ESCALATION,
  moreUrgent,
  type Priority,
  type ResponderRole,
  type Topic,
} from './vocabulary.js';

/** All of an incident's notes are shown together. */
const NOTES_MAX = 500;

/** When a decision is taken, and who answers then for which role. */
export type Now = {
  readonly at: string;
  readonly personOf: (role: ResponderRole) => string | null;
  /** Routes by which urgent incidents page a person, and by which all are posted. */
  readonly routes: { readonly page: readonly string[]; readonly post: readonly string[] };
};

export type Opening = {
  readonly incidentId: string;
  readonly title: string;
  readonly topic: Topic;
  readonly priority: Priority;
  readonly group: string;
};

type Cause =
  | { readonly alert: AlertFacts; readonly request?: never }
  | { readonly request: SupportFacts; readonly alert?: never };

/** Opens an incident because of an alert or a request; one that is there already stays as it is. */
export function open(
  opening: Opening,
  cause: Cause,
  known: Incident | null,
  now: Now,
): IncidentEvent[] {
  if (known) return [];
  const { incidentId, priority } = opening;
  const events: IncidentEvent[] = [
    { type: 'IncidentOpened', data: { ...opening, openedAt: now.at } },
    joined(incidentId, cause, priority, now.at),
  ];
  return [...events, telling({ incidentId, priority, level: 0 }, 'opened', 0, now)];
}

/**
 * Adds another alert or request to an open incident. It pages again only if it is more urgent.
 *
 * @throws IncidentError `incident-resolved`.
 */
export function join(
  cause: Cause,
  priority: Priority,
  incident: Incident,
  now: Now,
): IncidentEvent[] {
  const { alert, request } = cause;
  if (alert && incident.alerts.some(({ alertId }) => alertId === alert.alertId)) return [];
  if (request && incident.requests.some(({ requestId }) => requestId === request.requestId))
    return [];
  assertOpen(incident);
  const { incidentId } = incident;
  const isRaised = moreUrgent(priority, incident.priority) !== incident.priority;
  const told = { ...incident, priority: isRaised ? priority : ('P3' as const) };
  return [
    joined(incidentId, cause, priority, now.at),
    telling(told, 'joined', incident.tellings.length, now),
  ];
}

/** An alert is over; with the last of them the incident is, unless a person asked for help. */
export function clear(alertId: string, incident: Incident, now: Now): IncidentEvent[] {
  const { incidentId, alerts, requests } = incident;
  const isActive = alerts.some((each) => each.alertId === alertId && each.clearedAt === null);
  if (!isActive || incident.status === 'resolved') return [];
  const others = alerts.filter((each) => each.alertId !== alertId && each.clearedAt === null);
  const cleared: IncidentEvent = {
    type: 'AlertCleared',
    data: { incidentId, alertId, clearedAt: now.at },
  };
  if (others.length > 0 || requests.length > 0) return [cleared];
  return [cleared, ...ended(incident, null, 'All of its alerts are over.', now)];
}

/** @throws IncidentError `incident-resolved`. */
export function acknowledge(by: string, incident: Incident, now: Now): IncidentEvent[] {
  assertOpen(incident);
  if (incident.status === 'acknowledged') return [];
  const { incidentId } = incident;
  return [
    { type: 'IncidentAcknowledged', data: { incidentId, by, acknowledgedAt: now.at } },
    telling(incident, 'acknowledged', incident.tellings.length, now),
  ];
}

/** @throws IncidentError `incident-resolved`. */
export function assign(
  by: string,
  assignee: string,
  incident: Incident,
  now: Now,
): IncidentEvent[] {
  assertOpen(incident);
  if (incident.assignee === assignee) return [];
  const { incidentId } = incident;
  const data = { incidentId, assignee, assignedBy: by, assignedAt: now.at };
  return [{ type: 'IncidentAssigned', data }];
}

/**
 * Notes may also come after the end, for the post-mortem.
 *
 * @throws IncidentError `incident-notes-full`.
 */
export function addNote(
  { by, noteId, note }: { readonly by: string; readonly noteId: string; readonly note: string },
  { incidentId, notes }: Incident,
  now: Now,
): IncidentEvent[] {
  if (notes.includes(noteId)) return [];
  if (notes.length >= NOTES_MAX) throw new IncidentError('incident-notes-full');
  return [{ type: 'IncidentNoted', data: { incidentId, noteId, by, note, notedAt: now.at } }];
}

/** A repeat changes nothing. */
export function resolve(
  by: string,
  resolution: string,
  incident: Incident,
  now: Now,
): IncidentEvent[] {
  return incident.status === 'resolved' ? [] : ended(incident, by, resolution, now);
}

/** Tells the next level when the time of this one has passed, and no other time. */
export function escalate(incident: Incident, now: Now): IncidentEvent[] {
  const due = dueEscalation(incident);
  if (!due || now.at < due.at) return [];
  const { incidentId } = incident;
  const level = incident.level + 1;
  const role = ESCALATION[level]?.role ?? ESCALATION[0].role;
  const data = { incidentId, level, role, because: due.because, escalatedAt: now.at };
  return [
    { type: 'IncidentEscalated', data },
    telling({ ...incident, level }, 'escalated', incident.tellings.length, now),
  ];
}

function ended(
  incident: Incident,
  by: string | null,
  resolution: string,
  now: Now,
): IncidentEvent[] {
  const { incidentId } = incident;
  return [
    { type: 'IncidentResolved', data: { incidentId, by, resolution, resolvedAt: now.at } },
    telling(incident, 'resolved', incident.tellings.length, now),
  ];
}

function joined(
  incidentId: string,
  cause: Cause,
  priority: Priority,
  joinedAt: string,
): IncidentEvent {
  return cause.alert
    ? { type: 'AlertJoined', data: { incidentId, ...cause.alert, priority, joinedAt } }
    : { type: 'SupportRequestJoined', data: { incidentId, ...cause.request, priority, joinedAt } };
}

type Told = Pick<Incident, 'incidentId' | 'priority' | 'level'>;

/** Urgent ones page a person, and so does every escalation; all of them are posted. */
function telling(
  { incidentId, priority, level }: Told,
  reason: TellReason,
  index: number,
  { at, personOf, routes: { page, post } }: Now,
): IncidentEvent {
  const isUrgent = priority <= 'P1' || reason === 'escalated' || reason === 'resolved';
  const role = ESCALATION[level]?.role ?? ESCALATION[0].role;
  const routes = isUrgent || post.length === 0 ? [...page, ...post] : post;
  const tellingId = `${incidentId}/${index}`;
  const data = {
    incidentId,
    tellingId,
    reason,
    role,
    person: personOf(role),
    routes,
    promisedAt: at,
  };
  return { type: 'TellingPromised', data };
}

function assertOpen({ status, incidentId }: Incident): void {
  if (status === 'resolved') throw new IncidentError('incident-resolved', { incidentId });
}
