import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../lists/page.request.js';

export class ContradictionsQuery extends PageQuery {
  @ApiProperty({ enum: ['open', 'settled'], default: 'open' })
  @IsOptional()
  @IsIn(['open', 'settled'])
  status: 'open' | 'settled' = 'open';
}
