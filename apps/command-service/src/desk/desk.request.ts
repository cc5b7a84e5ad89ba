import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsText, IsTime } from '#platform';

export class LeaseRequest {
  /** How long from now; left out: as the operator set it. */
  @ApiPropertyOptional({ minimum: 1, maximum: 480, type: 'integer' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(480)
  minutes?: number;
}

export class NoteRequest {
  /** No personal data. */
  @ApiProperty({ minLength: 1, maxLength: 1000 })
  @IsText(1, 1000)
  note!: string;
}

export class OptionalNoteRequest {
  /** Why. No personal data. */
  @ApiPropertyOptional({ maxLength: 1000 })
  @IsOptional()
  @IsText(0, 1000)
  note?: string;
}

export class SnoozeRequest extends OptionalNoteRequest {
  /** Within 30 days. */
  @ApiProperty({ format: 'date-time', example: '2026-12-01T09:00:00Z' })
  @IsTime()
  until!: string;
}

export class AssignmentRequest {
  /** The name that the analyst's keys have. */
  @ApiProperty({ example: 'amal', pattern: '^[a-z0-9-]{1,64}$' })
  @Matches(/^[a-z0-9-]{1,64}$/, { message: 'must be the name of an analyst’s keys, as in amal' })
  assignee!: string;
}
