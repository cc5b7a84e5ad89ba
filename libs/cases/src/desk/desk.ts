import type { Instant } from '#payments';
import type { CaseAssigned, CaseEscalated, CaseEvent, CaseNoted, CaseSnoozed } from './events.js';

export type Lease = {
  readonly analyst: string;
  readonly leasedAt: Instant;
  readonly expiresAt: Instant;
};

type Said<Event extends CaseEvent> = Omit<Event['data'], 'paymentId'>;

/** Where the work on a case stands; plain JSON. Whether it is open, its payment says. */
export type Desk = {
  /** How many changes it saw: what a decision may name to be about exactly this. */
  readonly revision: number;
  /** The last one, which may have expired: see `leaseAt`. */
  readonly lease: Lease | null;
  readonly notes: readonly Said<CaseNoted>[];
  readonly snooze: Said<CaseSnoozed> | null;
  readonly assignment: Said<CaseAssigned> | null;
  readonly escalation: Said<CaseEscalated> | null;
  /** The last change. */
  readonly changed: Change | null;
};

export type Change = {
  readonly what: CaseEvent['type'];
  readonly by: string;
  readonly at: Instant;
};

export const NO_DESK: Desk = {
  revision: 0,
  lease: null,
  notes: [],
  snooze: null,
  assignment: null,
  escalation: null,
  changed: null,
};

/** The lease that holds at a time; null when there is none, or it has expired. */
export function leaseAt({ lease }: Pick<Desk, 'lease'>, now: Instant): Lease | null {
  return lease !== null && lease.expiresAt > now ? lease : null;
}

/** Folds one event of a case's stream. */
export function evolveDesk(desk: Desk, event: CaseEvent): Desk {
  const { part, by, at } = changeBy(desk, event);
  const changed = { what: event.type, by, at };
  return { ...desk, ...part, revision: desk.revision + 1, changed };
}

type Changed = { readonly part: Partial<Desk>; readonly by: string; readonly at: Instant };

/** What an event changes; putting a case off or passing it on also lets go of it. */
function changeBy(desk: Desk, event: CaseEvent): Changed {
  switch (event.type) {
    case 'CaseLeased': {
      const { analyst, leasedAt, expiresAt } = event.data;
      return { part: { lease: { analyst, leasedAt, expiresAt } }, by: analyst, at: leasedAt };
    }
    case 'CaseLeaseExtended': {
      const { analyst, extendedAt, expiresAt } = event.data;
      return {
        part: { lease: desk.lease && { ...desk.lease, expiresAt } },
        by: analyst,
        at: extendedAt,
      };
    }
    case 'CaseLeaseReleased':
      return { part: { lease: null }, by: event.data.analyst, at: event.data.releasedAt };
    case 'CaseNoted': {
      const note = saidIn(event);
      return { part: { notes: [...desk.notes, note] }, by: note.analyst, at: note.notedAt };
    }
    case 'CaseSnoozed': {
      const snooze = saidIn(event);
      return { part: { snooze, lease: null }, by: snooze.analyst, at: snooze.snoozedAt };
    }
    case 'CaseWoken':
      return { part: { snooze: null }, by: event.data.analyst, at: event.data.wokenAt };
    default:
      return passedOnBy(event);
  }
}

type PassingOn = Extract<
  CaseEvent,
  { type: 'CaseAssigned' | 'CaseUnassigned' | 'CaseEscalated' | 'CaseEscalationWithdrawn' }
>;

function passedOnBy(event: PassingOn): Changed {
  switch (event.type) {
    case 'CaseAssigned': {
      const assignment = saidIn(event);
      return { part: { assignment }, by: assignment.assignedBy, at: assignment.assignedAt };
    }
    case 'CaseUnassigned': {
      const { unassignedBy, unassignedAt } = event.data;
      return { part: { assignment: null }, by: unassignedBy, at: unassignedAt };
    }
    case 'CaseEscalated': {
      const escalation = saidIn(event);
      // Time that ran out takes the case from no analyst who is about to decide it.
      const part = escalation.reason === 'overdue' ? { escalation } : { escalation, lease: null };
      return { part, by: escalation.escalatedBy, at: escalation.escalatedAt };
    }
    case 'CaseEscalationWithdrawn': {
      const { withdrawnBy, withdrawnAt } = event.data;
      return { part: { escalation: null }, by: withdrawnBy, at: withdrawnAt };
    }
  }
}

function saidIn<Event extends CaseEvent>({ data }: Event): Said<Event> {
  const { paymentId: _paymentId, ...said }: Event['data'] = data;
  return said;
}
