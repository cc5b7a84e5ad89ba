import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';
import { IsWholeNumber } from '#platform';

const POSITION = /^\d{1,18}\/\d{1,18}$/;
const POSITION_MESSAGE = { message: 'must be commit/prepare, as in 1042/1042' };

/** Which part of one payment's history. */
export class PaymentEventsQuery {
  @ApiPropertyOptional({ default: 100 })
  @IsWholeNumber(1, 500)
  limit = 100;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before.' })
  @IsOptional()
  @Matches(/^\d{1,18}$/, { message: 'must be the nextCursor of the page before' })
  cursor?: string;
}

/** Which events of the whole ledger; filters add up. */
export class EventsQuery {
  @ApiPropertyOptional({ default: 100 })
  @IsWholeNumber(1, 500)
  limit = 100;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before, with the same filters.' })
  @IsOptional()
  @Matches(POSITION, { message: 'must be the nextCursor of the page before' })
  cursor?: string;

  @ApiPropertyOptional({ enum: ['forwards', 'backwards'], default: 'forwards' })
  @IsOptional()
  @IsIn(['forwards', 'backwards'])
  direction: 'forwards' | 'backwards' = 'forwards';

  @ApiPropertyOptional({ example: 'payment-5b8d3b5e-0000-5000-8000-000000000001' })
  @IsOptional()
  @Matches(/^[^\0\p{Cs}$][^\0\p{Cs}]{0,254}$/u, { message: 'must be the name of a stream' })
  stream?: string;

  @ApiPropertyOptional({ example: 'PaymentCaptured' })
  @IsOptional()
  @Matches(/^[A-Z][A-Za-z]{1,100}$/, { message: 'must be the name of an event type' })
  type?: string;

  @ApiPropertyOptional({ description: 'Whose command or process led to it.' })
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,64}$/, { message: 'must be the name of a client' })
  client?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Recorded at or after.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Recorded before.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;

  @ApiPropertyOptional({ example: '1042/1042', description: 'At this position or after it.' })
  @IsOptional()
  @Matches(POSITION, POSITION_MESSAGE)
  fromPosition?: string;

  @ApiPropertyOptional({ example: '2084/2084', description: 'Before this position.' })
  @IsOptional()
  @Matches(POSITION, POSITION_MESSAGE)
  toPosition?: string;
}
