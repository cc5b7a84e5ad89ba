import {
  Controller,
  Get,
  Headers,
  Param,
  Query as Queried,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock, Problem, Roles } from '#platform';
import type { RequestHeaders } from '../lists/formats.js';
import { Listed } from '../lists/listed.decorator.js';
import { Lists, type Reply } from '../lists/lists.js';
import { PositionQuery } from '../views/position.request.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { onePayout } from './one-payout.js';
import { PAYOUT_ORDER, payoutExport, payoutsFor } from './payout-list.js';
import { PayoutsQuery } from './payouts.request.js';
import { OnePayoutResponse, PayoutsResponse } from './payouts.response.js';

@Query('reconciliation')
@Roles('auditor', 'reconciler', 'approver', 'operator')
@Controller('v1/payouts')
export class PayoutsController {
  constructor(
    private readonly views: Views,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What providers sent to our bank, the newest first' })
  @Listed(PayoutsResponse)
  payouts(
    @Queried() query: PayoutsQuery,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<PayoutsResponse | StreamableFile> {
    const now = this.clock.now();
    const select = payoutsFor(query, now);
    const asked = { query, headers, order: PAYOUT_ORDER, select };
    return this.lists.answer(payoutExport(now), asked, reply);
  }

  @Get(':payoutId')
  @ApiOperation({ summary: 'One payout: its lines, its sum check, and its lines at the bank' })
  @ApiOkResponse({ type: OnePayoutResponse })
  async one(
    @Param('payoutId') payoutId: string,
    @Queried() query: PositionQuery,
  ): Promise<OnePayoutResponse> {
    const { result, position } = await this.views.read('reconciliation', query, (manager) =>
      onePayout(manager, payoutId, this.clock.now()),
    );
    if (!result) throw new Problem('not-found', `there is no such payout, as of ${position}`);
    return { ...result, position };
  }
}
