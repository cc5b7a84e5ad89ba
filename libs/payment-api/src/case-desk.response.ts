import { ApiProperty } from '@nestjs/swagger';
import { ESCALATION_REASONS, leaseAt, type Desk } from '#cases';

export class LeaseResponse {
  analyst!: string;

  @ApiProperty({ format: 'date-time' })
  leasedAt!: string;

  /** From then on anybody may be given the case. */
  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}

export class SnoozeResponse {
  analyst!: string;

  /** The case is off the open list until then. */
  @ApiProperty({ format: 'date-time' })
  until!: string;

  note!: string;

  @ApiProperty({ format: 'date-time' })
  snoozedAt!: string;
}

export class AssignmentResponse {
  assignee!: string;

  assignedBy!: string;

  @ApiProperty({ format: 'date-time' })
  assignedAt!: string;
}

export class EscalationResponse {
  /** overdue: its time ran out before a decision. */
  @ApiProperty({ enum: ESCALATION_REASONS })
  reason!: string;

  escalatedBy!: string;

  note!: string;

  @ApiProperty({ format: 'date-time' })
  escalatedAt!: string;
}

export class CaseNoteResponse {
  analyst!: string;

  note!: string;

  @ApiProperty({ format: 'date-time' })
  notedAt!: string;
}

/** Who works on a case. */
export class CaseDeskResponse {
  /** How many changes it saw: a decision may name it as `expectedRevision`. */
  revision!: number;

  /** Null: it is free. */
  lease!: LeaseResponse | null;

  /** Null once its time has come. */
  snooze!: SnoozeResponse | null;

  assignment!: AssignmentResponse | null;

  escalation!: EscalationResponse | null;

  noteCount!: number;
}

/** How a case is worked on at a time: leases end and snoozes are over without an event. */
export function caseDesk(desk: Desk, now: string): CaseDeskResponse {
  const { revision, snooze, assignment, escalation, notes } = desk;
  return {
    revision,
    lease: leaseAt(desk, now),
    snooze: snooze !== null && snooze.until > now ? snooze : null,
    assignment,
    escalation,
    noteCount: notes.length,
  };
}
