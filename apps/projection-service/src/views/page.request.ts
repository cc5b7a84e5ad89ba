import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsWholeNumber } from '#platform';
import { PositionQuery } from './position.request.js';

/** Which part of a list. */
export class PageQuery extends PositionQuery {
  @ApiPropertyOptional({ default: 50 })
  @IsWholeNumber(1, 200)
  limit = 50;

  /** `nextCursor` of the page before; opaque. */
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
