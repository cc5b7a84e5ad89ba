import { Controller, Get, Query as Queried } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Roles } from '#platform';
import { pageOf } from '../lists/page.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { ContradictionsQuery } from './contradictions.request.js';
import { contradictionResponse, ContradictionsResponse } from './contradictions.response.js';
import { OrderContradiction } from './order-contradiction.entity.js';

@Query('payments')
@Roles('analyst', 'auditor', 'reconciler', 'approver', 'operator')
@Controller('v1/contradictions')
export class ContradictionsController {
  constructor(private readonly views: Views) {}

  @Get()
  @ApiOperation({ summary: 'Facts of payments that cannot all be true, the oldest first' })
  @ApiOkResponse({ type: ContradictionsResponse })
  async contradictions(@Queried() query: ContradictionsQuery): Promise<ContradictionsResponse> {
    const { result, position } = await this.views.read('orders', query, (manager) => {
      const rows = manager
        .createQueryBuilder(OrderContradiction, 'row')
        .where(`row.settledAt IS ${query.status === 'open' ? '' : 'NOT '}NULL`);
      return pageOf(
        rows,
        { by: ['opened', 'paymentId', 'contradictionId'], direction: 'ASC' },
        query,
      );
    });
    return {
      items: result.rows.map(contradictionResponse),
      nextCursor: result.nextCursor,
      position,
    };
  }
}
