import { Controller, Get, Query as Queried } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock, NotedExport, Roles } from '#platform';
import { pageOf } from '../lists/page.js';
import { PositionQuery } from '../views/position.request.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { BANK } from './bank-items.js';
import { ReconciliationMatch } from './reconciliation.entity.js';
import { LinesQuery } from './reconciliation.request.js';
import {
  LinesResponse,
  ReconciliationResponse,
  type LineResponse,
} from './reconciliation.response.js';
import { countUnreadable, matchRateOf, overdueBefore, summariesOf } from './summary.js';

@Query('reconciliation')
@Roles('analyst', 'auditor', 'reconciler', 'approver', 'operator')
@NotedExport()
@Controller('v1/reconciliation')
export class ReconciliationController {
  constructor(
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: "Our books against the providers', per provider and currency" })
  @ApiOkResponse({ type: ReconciliationResponse })
  async summary(@Queried() query: PositionQuery): Promise<ReconciliationResponse> {
    const { result, position } = await this.views.read(
      'reconciliation',
      query,
      async (manager) => ({
        items: await summariesOf(manager, this.clock.now()),
        unreadable: await countUnreadable(manager),
      }),
    );
    const matchRate = matchRateOf(result.items.map(({ counts }) => counts));
    return { ...result, matchRate, position };
  }

  @Get('lines')
  @ApiOperation({ summary: 'What was compared, newest first' })
  @ApiOkResponse({ type: LinesResponse })
  async lines(@Queried() query: LinesQuery): Promise<LinesResponse> {
    const { status, provider } = query;
    const due = overdueBefore(this.clock.now());
    const { result, position } = await this.views.read('reconciliation', query, (manager) => {
      const lines = manager
        .createQueryBuilder(ReconciliationMatch, 'row')
        .where('row.provider <> :bank', { bank: BANK });
      if (status === 'expected') {
        lines.andWhere('row.status = :status AND row.movedAt >= :due', { status, due });
      } else if (status !== undefined) {
        const now = '(row.status = :status OR row.movedAt < :due)';
        lines.andWhere(`row.overdue = :status AND ${now}`, { status, due });
      }
      if (provider !== undefined) lines.andWhere('row.provider = :provider', { provider });
      const by = ['opened', 'reference', 'kind', 'provider'] as const;
      return pageOf(lines, { by, direction: 'DESC' }, query);
    });
    const items = result.rows.map((row) => lineResponse(row, due));
    return { items, nextCursor: result.nextCursor, position };
  }
}

function lineResponse(row: ReconciliationMatch, due: Date): LineResponse {
  const { provider, kind, reference, paymentId, ours, theirs, unreadable, movedAt } = row;
  const status = movedAt < due ? row.overdue : row.status;
  return { provider, kind, reference, paymentId, status, ours, theirs, unreadable };
}
