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
import {
  ByMerchant,
  Caller,
  NotedExport,
  PAYMENT_READERS,
  Problem,
  Roles,
  UuidPipe,
} from '#platform';
import { SealedTexts } from '#privacy';
import type { RequestHeaders } from '../lists/formats.js';
import { Listed } from '../lists/listed.decorator.js';
import { Lists, type Reply } from '../lists/lists.js';
import { PositionQuery } from '../views/position.request.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { PaymentsResponse, resourceOf } from './payment.response.js';
import { PaymentsQuery } from './payments.request.js';
import { PAYMENT_EXPORT, PAYMENT_ORDERS, paymentsFor } from './payment-list.js';
import { visiblePayments } from './visible.js';

@Query('payments')
@Roles(...PAYMENT_READERS)
@ByMerchant()
@NotedExport()
@Controller('v1/payments')
export class PaymentsController {
  constructor(
    private readonly views: Views,
    private readonly lists: Lists,
    private readonly texts: SealedTexts,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Payments, newest first' })
  @Listed(PaymentsResponse)
  payments(
    @Queried() query: PaymentsQuery,
    @Caller() caller: Caller,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<PaymentsResponse | StreamableFile> {
    const select = paymentsFor(caller, query, this.texts);
    const order = PAYMENT_ORDERS[query.sort];
    return this.lists.answer(PAYMENT_EXPORT, { query, headers, order, select }, reply);
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
