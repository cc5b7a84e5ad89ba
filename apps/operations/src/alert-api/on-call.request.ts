import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsTimeZone,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { RESPONDER_ROLES, WEEK_MINUTES, type ResponderRole } from '#incidents';
import { IsText, IsTime } from '#platform';

export class OnCallShiftRequest {
  /** Minutes since Monday 00:00, local time. */
  @ApiProperty({ type: 'integer', minimum: 0, maximum: WEEK_MINUTES - 1, example: 0 })
  @IsInt()
  @Min(0)
  @Max(WEEK_MINUTES - 1)
  fromMinute!: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: WEEK_MINUTES, example: WEEK_MINUTES })
  @IsInt()
  @Min(1)
  @Max(WEEK_MINUTES)
  untilMinute!: number;

  /** They take turns, a week each. */
  @ApiProperty({ type: [String], example: ['olga', 'budi'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Matches(/^[a-z0-9-]{1,64}$/, { each: true, message: 'must be the name of a key' })
  people!: string[];
}

export class OnCallScheduleRequest {
  @ApiProperty({ example: 'Asia/Jakarta' })
  @IsTimeZone({ message: 'must be the name of a time zone, as Asia/Jakarta' })
  timeZone!: string;

  /** Together the whole week, each minute of it once. */
  @ApiProperty({ type: [OnCallShiftRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OnCallShiftRequest)
  shifts!: OnCallShiftRequest[];
}

export class OnCallOverrideRequest {
  @ApiProperty({ enum: RESPONDER_ROLES })
  @IsIn(RESPONDER_ROLES)
  role!: ResponderRole;

  @ApiProperty({ example: 'budi' })
  @Matches(/^[a-z0-9-]{1,64}$/, { message: 'must be the name of a key' })
  person!: string;

  @ApiProperty({ format: 'date-time', example: '2026-12-24T08:00:00Z' })
  @IsTime()
  from!: string;

  @ApiProperty({ format: 'date-time', example: '2026-12-25T08:00:00Z' })
  @IsTime()
  until!: string;

  @ApiProperty({ example: 'holiday' })
  @IsText(1, 500)
  reason!: string;
}
