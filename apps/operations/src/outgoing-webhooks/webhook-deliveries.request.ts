import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';
import { MESSAGE_TYPES } from '#outgoing-webhooks';
import { IsWholeNumber } from '#platform';
import { ATTEMPT_OUTCOMES, type AttemptFilter, type AttemptOutcome } from './attempt-log.js';
import { TEST_TYPE } from './test-messages.js';

const SENT_TYPES = [...MESSAGE_TYPES, TEST_TYPE];

/** Which deliveries; filters add up. */
export class DeliveriesQuery {
  @ApiPropertyOptional({ default: 50 })
  @IsWholeNumber(1, 100)
  limit = 50;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before, with the same filters.' })
  @IsOptional()
  @Matches(/^\d{15}-[0-9a-f]{12}$/, { message: 'must be the nextCursor of the page before' })
  cursor?: string;

  @ApiPropertyOptional({ enum: ATTEMPT_OUTCOMES })
  @IsOptional()
  @IsIn(ATTEMPT_OUTCOMES)
  outcome?: AttemptOutcome;

  @ApiPropertyOptional({ enum: SENT_TYPES })
  @IsOptional()
  @IsIn(SENT_TYPES)
  type?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Begun at or after.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Begun before.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;
}

export function filterOf({
  limit,
  cursor,
  outcome,
  type,
  from,
  to,
}: DeliveriesQuery): AttemptFilter {
  const fromMs = from === undefined ? undefined : Date.parse(from);
  const untilMs = to === undefined ? undefined : Date.parse(to);
  return { limit, before: cursor, outcome, type, fromMs, untilMs };
}
