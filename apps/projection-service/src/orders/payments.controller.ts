import {
  Controller,
  Get,
  Param,
  Query as Queried,
  Headers,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { PaymentResponse } from '#payment-api';
import { Caller, Problem, Roles, ROLES, UuidPipe } from '#platform';
import { answerWith, Listed, type Reply } from '../lists/answer.js';
import { Exports } from '../lists/exports.js';
import { formatOf, type RequestHeaders } from '../lists/formats.js';
import { listOf } from '../lists/list.js';
import { PositionQuery } from '../views/position.request.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { PaymentsResponse, resourceOf } from './payment.response.js';
import { PaymentsQuery } from './payments.request.js';
import { PAYMENT_EXPORT, PAYMENT_ORDERS, paymentsFor } from './payment-list.js';
import { visiblePayments } from './visible.js';

@Query('payments')
@Roles(...ROLES)
@Controller('v1/payments')
export class PaymentsController {
  constructor(
    private readonly views: Views,
    private readonly exports: Exports,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Payments, newest first' })
  @Listed(PaymentsResponse)
  async payments(
    @Queried() query: PaymentsQuery,
    @Caller() caller: Caller,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<PaymentsResponse | StreamableFile> {
    const select = paymentsFor(caller, query);
    const order = PAYMENT_ORDERS[query.sort];
    const format = formatOf(query.format, headers);
    if (format !== 'json') {
      const asked = { format, query, order, select };
      return answerWith(reply, await this.exports.of(PAYMENT_EXPORT, asked));
    }
    const { result, position } = await this.views.read('orders', query, (manager) =>
      listOf(manager, select, { order, query }),
    );
    const { rows, ...page } = result;
    return { items: rows.map(resourceOf), ...page, position };
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
    return { ...resourceOf(result), position };
  }
}
