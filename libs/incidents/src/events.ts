import type { EventShape } from '#event-shapes';
import type { Priority, ResponderRole, Topic } from './vocabulary.js';

type Of<Type extends string, Data> = EventShape<Type, { incidentId: string } & Data>;

/** An alert as an incident keeps it. */
export type AlertFacts = {
  readonly alertId: string;
  readonly alert: string;
  readonly severity: 'critical' | 'warning';
  readonly summary: string;
  readonly runbook: string;
};

/** A request for support as an incident keeps it. */
export type SupportFacts = {
  readonly requestId: string;
  readonly client: string;
  readonly text: string;
  readonly affected: number | null;
};

/** Why responders hear of an incident. */
export type TellReason = 'opened' | 'joined' | 'escalated' | 'acknowledged' | 'resolved';

export type IncidentOpened = Of<
  'IncidentOpened',
  { title: string; topic: Topic; priority: Priority; group: string; openedAt: string }
>;
export type AlertJoined = Of<'AlertJoined', AlertFacts & { priority: Priority; joinedAt: string }>;
export type AlertCleared = Of<'AlertCleared', { alertId: string; clearedAt: string }>;
export type SupportRequestJoined = Of<
  'SupportRequestJoined',
  SupportFacts & { priority: Priority; joinedAt: string }
>;
/** The promise to tell a person: kept by one IncidentTold for each of its routes. */
export type TellingPromised = Of<
  'TellingPromised',
  {
    tellingId: string;
    reason: TellReason;
    role: ResponderRole;
    /** Null where no one is on call for the role. */
    person: string | null;
    routes: readonly string[];
    promisedAt: string;
  }
>;
export type IncidentTold = Of<
  'IncidentTold',
  { tellingId: string; route: string; channel: string; toldAt: string }
>;
export type TellingFailed = Of<
  'TellingFailed',
  { tellingId: string; route: string; channel: string; reason: string; failedAt: string }
>;
export type IncidentEscalated = Of<
  'IncidentEscalated',
  {
    level: number;
    role: ResponderRole;
    because: 'not-acknowledged' | 'not-resolved';
    escalatedAt: string;
  }
>;
export type IncidentAcknowledged = Of<
  'IncidentAcknowledged',
  { by: string; acknowledgedAt: string }
>;
export type IncidentAssigned = Of<
  'IncidentAssigned',
  { assignee: string; assignedBy: string; assignedAt: string }
>;
export type IncidentNoted = Of<
  'IncidentNoted',
  { noteId: string; by: string; note: string; notedAt: string }
>;
export type IncidentResolved = Of<
  'IncidentResolved',
  /** `by` is null where its alerts cleared by themselves. */
  { by: string | null; resolution: string; resolvedAt: string }
>;

/** Every event of an `incident-<id>` stream. */
export type IncidentEvent =
  | IncidentOpened
  | AlertJoined
  | AlertCleared
  | SupportRequestJoined
  | TellingPromised
  | IncidentTold
  | TellingFailed
  | IncidentEscalated
  | IncidentAcknowledged
  | IncidentAssigned
  | IncidentNoted
  | IncidentResolved;
