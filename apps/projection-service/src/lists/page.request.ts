import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsWholeNumber } from '#platform';
import { PositionQuery } from '../views/position.request.js';

export const LIMIT_DEFAULT = 50;

/** Which part of a list. */
export class PageQuery extends PositionQuery {
  @ApiPropertyOptional({ default: LIMIT_DEFAULT })
  @IsOptional()
  @IsWholeNumber(1, 200)
  limit?: number;

  /** `nextCursor` of the page before, with the same filters; opaque. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

/** Part of a list of what belongs to clients. */
export class ClientQuery extends PageQuery {
  /** Only what is of this client. A service sees its own only. */
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,64}$/, { message: 'must be the name of a client, as in API_KEYS' })
  client?: string;
}
