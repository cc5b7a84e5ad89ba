import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsWholeNumber } from '#platform';
import { PositionQuery } from './position.request.js';

/** Which part of a list. */
export class PageQuery extends PositionQuery {
  @ApiPropertyOptional({ default: 50 })
  @IsWholeNumber(1, 200)
  limit = 50;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before; opaque.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}
