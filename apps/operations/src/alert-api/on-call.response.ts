import { ApiProperty } from '@nestjs/swagger';
import { RESPONDER_ROLES, type ResponderRole } from '#incidents';

export class OnCallPersonResponse {
  @ApiProperty({ enum: RESPONDER_ROLES })
  role!: ResponderRole;

  /** Null: the role has no schedule, and no override holds. */
  @ApiProperty({ type: String, nullable: true })
  person!: string | null;
}

export class OnCallShiftResponse {
  /** Minutes since Monday 00:00, local time. */
  fromMinute!: number;

  untilMinute!: number;

  /** They take turns, a week each. */
  @ApiProperty({ type: [String] })
  people!: readonly string[];
}

export class OnCallScheduleResponse {
  @ApiProperty({ enum: RESPONDER_ROLES })
  role!: ResponderRole;

  timeZone!: string;

  @ApiProperty({ type: [OnCallShiftResponse] })
  shifts!: readonly OnCallShiftResponse[];
}

export class OnCallOverrideResponse {
  @ApiProperty({ format: 'uuid' })
  overrideId!: string;

  @ApiProperty({ enum: RESPONDER_ROLES })
  role!: ResponderRole;

  person!: string;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ format: 'date-time' })
  until!: string;
}

export class OnCallResponse {
  /** Who answers now, by role, in the order of escalation. */
  @ApiProperty({ type: [OnCallPersonResponse] })
  people!: OnCallPersonResponse[];

  @ApiProperty({ type: [OnCallScheduleResponse] })
  schedules!: OnCallScheduleResponse[];

  /** Those that hold, and those that come. */
  @ApiProperty({ type: [OnCallOverrideResponse] })
  overrides!: OnCallOverrideResponse[];
}
