import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PositionQuery } from './position.request.js';

/** Which part of a list. */
export class PageQuery extends PositionQuery {
  @ApiPropertyOptional({ default: 50, minimum: 1, maximum: 200 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before; opaque.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}
