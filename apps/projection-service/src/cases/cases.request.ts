import { IsIn, IsOptional } from 'class-validator';
import { ClientQuery } from '../lists/page.request.js';

export class CasesQuery extends ClientQuery {
  @IsOptional()
  @IsIn(['open', 'closed', 'ended'])
  status?: 'open' | 'closed' | 'ended';
}
