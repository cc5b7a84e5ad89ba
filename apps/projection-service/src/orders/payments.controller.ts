import { Controller, Get, Param, Query as Queried } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Caller, Problem, Roles, ROLES, UuidPipe } from '#platform';
import { pageOf } from '../views/page.js';
import { PositionQuery } from '../views/position.request.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import {
  paymentResponse,
  PaymentResponse,
  PaymentsResponse,
  summaryOf,
} from './payment.response.js';
import { PaymentsQuery } from './payments.request.js';
import { visiblePayments } from './visible.js';

@Query('payments')
@Roles(...ROLES)
@Controller('v1/payments')
export class PaymentsController {
  constructor(private readonly views: Views) {}

  @Get()
  @ApiOperation({ summary: 'Payments, newest first' })
  @ApiOkResponse({ type: PaymentsResponse })
  async payments(
    @Queried() query: PaymentsQuery,
    @Caller() caller: Caller,
  ): Promise<PaymentsResponse> {
    const { status, orderId, customerId, client } = query;
    const { result, position } = await this.views.read('orders', query, (manager) => {
      const payments = visiblePayments(manager, caller);
      if (client !== undefined) payments.andWhere('row.client = :ofClient', { ofClient: client });
      if (status !== undefined) payments.andWhere('row.status = :status', { status });
      if (orderId !== undefined) payments.andWhere('row.orderId = :orderId', { orderId });
      if (customerId !== undefined) {
        payments.andWhere('row.customerId = :customerId', { customerId });
      }
      return pageOf(payments, { by: ['opened', 'paymentId'], direction: 'DESC' }, query);
    });
    return { items: result.rows.map(summaryOf), nextCursor: result.nextCursor, position };
  }

  @Get(':paymentId')
  @ApiOperation({ summary: 'One payment in full' })
  @ApiOkResponse({ type: PaymentResponse })
  async payment(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Queried() query: PositionQuery,
    @Caller() caller: Caller,
  ): Promise<PaymentResponse> {
    const { result, position } = await this.views.read('orders', query, (manager) =>
      visiblePayments(manager, caller)
        .andWhere('row.paymentId = :paymentId', { paymentId })
        .getOne(),
    );
    if (!result) throw new Problem('not-found', `no payment ${paymentId}, as of ${position}`);
    return paymentResponse(result, position);
  }
}
