import { Controller, Get, Param, Query as Queried, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { callerOf, Problem, Roles, ROLES } from '#platform';
import { PositionQuery } from '../views/position.request.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import type { OrderPayment } from './order-payment.entity.js';
import { OrderResponse } from './order.response.js';
import { summaryOf } from './payment.response.js';
import { OrderParams } from './payments.request.js';
import { visiblePayments } from './visible.js';

/** An order rarely has more than a few attempts to pay it. */
const PAYMENTS_MAX = 200;

@Query('orders')
@Roles(...ROLES)
@Controller('v1/orders')
export class OrdersController {
  constructor(private readonly views: Views) {}

  @Get(':orderId')
  @ApiOperation({ summary: "An order's money" })
  @ApiOkResponse({ type: OrderResponse })
  async order(
    @Param() { orderId }: OrderParams,
    @Queried() query: PositionQuery,
    @Req() request: object,
  ): Promise<OrderResponse> {
    const { result, position } = await this.views.read('orders', query, (manager) =>
      visiblePayments(manager, callerOf(request))
        .andWhere('row.orderId = :orderId', { orderId })
        .orderBy('row.opened', 'ASC')
        .addOrderBy('row.paymentId', 'ASC')
        .limit(PAYMENTS_MAX)
        .getMany(),
    );
    if (result.length === 0) throw new Problem('not-found', `no such order, as of ${position}`);
    return {
      orderId,
      payments: result.map(summaryOf),
      captured: totals(result, 'captured'),
      refunded: totals(result, 'refunded'),
      position,
    };
  }
}

function totals(
  payments: readonly OrderPayment[],
  field: 'captured' | 'refunded',
): { amount: string; currency: string }[] {
  const sums = new Map<string, bigint>();
  for (const payment of payments) {
    const { currency } = payment;
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(payment[field]));
  }
  return [...sums].map(([currency, amount]) => ({ amount: amount.toString(), currency }));
}
