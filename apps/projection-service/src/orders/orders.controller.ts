import { Controller, Get, Param, Query as Queried } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ByMerchant, Caller, Problem, Roles, PAYMENT_READERS } from '#platform';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { moneyOf, orderOf } from './order.js';
import { OrderResponse } from './order.response.js';
import { resourceOf } from './payment.response.js';
import { OrderParams, OrderQuery } from './payments.request.js';

@Query('orders')
@Roles(...PAYMENT_READERS)
@ByMerchant()
@Controller('v1/orders')
export class OrdersController {
  constructor(private readonly views: Views) {}

  @Get(':orderId')
  @ApiOperation({ summary: "An order's money" })
  @ApiOkResponse({ type: OrderResponse })
  async order(
    @Param() { orderId }: OrderParams,
    @Queried() query: OrderQuery,
    @Caller() caller: Caller,
  ): Promise<OrderResponse> {
    const { result, position } = await this.views.read('orders', query, (manager) =>
      orderOf(manager, caller, orderId, query),
    );
    if (!result) throw new Problem('not-found', `no such order, as of ${position}`);
    const { client, page, totals } = result;
    return {
      orderId,
      client,
      payments: page.rows.map(resourceOf),
      paymentCount: totals.reduce((sum, { count }) => sum + Number(count), 0),
      captured: moneyOf(totals, 'captured'),
      refunded: moneyOf(totals, 'refunded'),
      nextCursor: page.nextCursor,
      position,
    };
  }
}
