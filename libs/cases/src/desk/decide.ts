import type { Instant } from '#payments';
import type { Desk } from './desk.js';
import { CaseError } from './errors.js';
import type {
  CaseAssigned,
  CaseEscalated,
  CaseEscalationWithdrawn,
  CaseLeaseReleased,
  CaseNoted,
  CaseSnoozed,
  CaseUnassigned,
  CaseWoken,
  EscalationReason,
} from './events.js';
import { ownLease, release, type At } from './lease.js';

/** All of a case's notes are kept in one row, and shown together. */
const NOTES_MAX = 200;

const SNOOZE_MS_MAX = 30 * 24 * 60 * 60 * 1000;

/** @throws CaseError `case-notes-full`. */
export function addNote(
  { paymentId, analyst, now, note }: At & { readonly note: string },
  desk: Desk,
): CaseNoted[] {
  if (desk.notes.length >= NOTES_MAX) throw new CaseError('case-notes-full', { paymentId });
  return [{ type: 'CaseNoted', data: { paymentId, analyst, note, notedAt: now } }];
}

/**
 * Puts a case off; one's own lease of it ends.
 *
 * @throws CaseError `case-leased` while another analyst has it, `snooze-out-of-bounds`.
 */
export function snooze(
  { until, note, ...at }: At & { readonly until: Instant; readonly note: string },
  desk: Desk,
): CaseSnoozed[] {
  const { paymentId, analyst, now } = at;
  ownLease(at, desk);
  const forMs = Date.parse(until) - Date.parse(now);
  if (forMs <= 0 || forMs > SNOOZE_MS_MAX) throw new CaseError('snooze-out-of-bounds', { until });
  return [{ type: 'CaseSnoozed', data: { paymentId, analyst, until, note, snoozedAt: now } }];
}

export function wake({ paymentId, analyst, now }: At, desk: Desk): CaseWoken[] {
  const isAsleep = desk.snooze !== null && desk.snooze.until > now;
  return isAsleep ? [{ type: 'CaseWoken', data: { paymentId, analyst, wokenAt: now } }] : [];
}

/** Makes a case one analyst's work; who has it leased goes on with it. */
export function assign(
  { paymentId, analyst, now, assignee }: At & { readonly assignee: string },
  { assignment }: Desk,
): CaseAssigned[] {
  if (assignment?.assignee === assignee) return [];
  const data = { paymentId, assignee, assignedBy: analyst, assignedAt: now };
  return [{ type: 'CaseAssigned', data }];
}

export function unassign({ paymentId, analyst, now }: At, { assignment }: Desk): CaseUnassigned[] {
  if (assignment === null) return [];
  const data = { paymentId, unassignedBy: analyst, unassignedAt: now };
  return [{ type: 'CaseUnassigned', data }];
}

/**
 * Passes a case on to a senior; one's own lease of it ends.
 *
 * @throws CaseError `case-leased` while another analyst has it.
 */
export function escalate(
  { reason, note, ...at }: At & { readonly reason: EscalationReason; readonly note: string },
  desk: Desk,
): (CaseEscalated | CaseLeaseReleased)[] {
  const { paymentId, analyst, now } = at;
  if (reason === 'analyst') ownLease(at, desk);
  if (desk.escalation !== null) return reason === 'analyst' ? release(at, desk) : [];
  const data = { paymentId, reason, escalatedBy: analyst, note, escalatedAt: now };
  return [{ type: 'CaseEscalated', data }];
}

export function withdrawEscalation(
  { paymentId, analyst, now, note }: At & { readonly note: string },
  { escalation }: Desk,
): CaseEscalationWithdrawn[] {
  if (escalation === null) return [];
  const data = { paymentId, withdrawnBy: analyst, note, withdrawnAt: now };
  return [{ type: 'CaseEscalationWithdrawn', data }];
}
