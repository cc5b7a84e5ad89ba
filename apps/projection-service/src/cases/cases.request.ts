import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { ClientQuery } from '../views/page.request.js';

export class CasesQuery extends ClientQuery {
  @ApiPropertyOptional({ enum: ['open', 'closed', 'ended'] })
  @IsOptional()
  @IsIn(['open', 'closed', 'ended'])
  status?: 'open' | 'closed' | 'ended';
}
