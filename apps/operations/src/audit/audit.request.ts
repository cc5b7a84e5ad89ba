import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { IsWholeNumber } from '#platform';

/** As many digits as are exact in JSON. */
const SIZE_MAX = 999_999_999_999_999;
export const LEAVES_MAX = 4096;

export class CheckpointsQuery {
  @ApiPropertyOptional({ default: 20 })
  @IsWholeNumber(1, 100)
  limit = 20;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before.' })
  @IsOptional()
  @Matches(/^\d{1,15}$/, { message: 'must be the nextCursor of the page before' })
  cursor?: string;
}

export class InclusionQuery {
  @ApiPropertyOptional({
    example: '1042/1042',
    description: 'Of the event, commit/prepare. Name either this or eventId.',
  })
  @IsOptional()
  @Matches(/^\d{1,19}\/\d{1,19}$/, { message: 'must be commit/prepare, as in 1042/1042' })
  position?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  eventId?: string;

  @ApiPropertyOptional({ description: 'Of the head to prove it for. Left out: the last head’s.' })
  @IsOptional()
  @IsWholeNumber(1, SIZE_MAX)
  size?: number;
}

export class ConsistencyQuery {
  /** The size of the earlier head. */
  @IsWholeNumber(0, SIZE_MAX)
  from!: number;

  @ApiPropertyOptional({ description: 'The size of the later head. Left out: the last head’s.' })
  @IsOptional()
  @IsWholeNumber(0, SIZE_MAX)
  to?: number;
}

export class LeavesQuery {
  /** The first leaf, from 0. */
  @IsWholeNumber(0, SIZE_MAX)
  from!: number;

  @ApiPropertyOptional({ default: LEAVES_MAX })
  @IsWholeNumber(1, LEAVES_MAX)
  limit = LEAVES_MAX;
}
