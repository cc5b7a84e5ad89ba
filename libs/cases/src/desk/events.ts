import type { EventShape } from '#event-shapes';
import type { Instant } from '#payments';

/** The case is one analyst's until then; no other is given it or decides it meanwhile. */
export type CaseLeased = EventShape<
  'CaseLeased',
  { paymentId: string; analyst: string; leasedAt: Instant; expiresAt: Instant }
>;

export type CaseLeaseExtended = EventShape<
  'CaseLeaseExtended',
  { paymentId: string; analyst: string; extendedAt: Instant; expiresAt: Instant }
>;

export type CaseLeaseReleased = EventShape<
  'CaseLeaseReleased',
  { paymentId: string; analyst: string; releasedAt: Instant }
>;

export type CaseNoted = EventShape<
  'CaseNoted',
  { paymentId: string; analyst: string; note: string; notedAt: Instant }
>;

/** Put off: the case leaves the open list until then. */
export type CaseSnoozed = EventShape<
  'CaseSnoozed',
  { paymentId: string; analyst: string; until: Instant; note: string; snoozedAt: Instant }
>;

/** Its snooze was taken back. */
export type CaseWoken = EventShape<
  'CaseWoken',
  { paymentId: string; analyst: string; wokenAt: Instant }
>;

export type CaseAssigned = EventShape<
  'CaseAssigned',
  { paymentId: string; assignee: string; assignedBy: string; assignedAt: Instant }
>;

export type CaseUnassigned = EventShape<
  'CaseUnassigned',
  { paymentId: string; unassignedBy: string; unassignedAt: Instant }
>;

/** Why a case asks for a senior: an analyst said so, or its time ran out. */
export const ESCALATION_REASONS = ['analyst', 'overdue'] as const;

export type EscalationReason = (typeof ESCALATION_REASONS)[number];

export type CaseEscalated = EventShape<
  'CaseEscalated',
  {
    paymentId: string;
    reason: EscalationReason;
    escalatedBy: string;
    note: string;
    escalatedAt: Instant;
  }
>;

export type CaseEscalationWithdrawn = EventShape<
  'CaseEscalationWithdrawn',
  { paymentId: string; withdrawnBy: string; note: string; withdrawnAt: Instant }
>;

/** Every event of a `case-<paymentId>` stream: who works on it. What it is, its payment says. */
export type CaseEvent =
  | CaseLeased
  | CaseLeaseExtended
  | CaseLeaseReleased
  | CaseNoted
  | CaseSnoozed
  | CaseWoken
  | CaseAssigned
  | CaseUnassigned
  | CaseEscalated
  | CaseEscalationWithdrawn;

export type CaseEventType = CaseEvent['type'];
