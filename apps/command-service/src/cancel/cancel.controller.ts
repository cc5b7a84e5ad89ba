import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ByMerchant, Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import { PaymentResponse, paymentResponse } from '../http/payment.response.js';
import { CancelPayment } from './cancel.handler.js';

@Command()
@Roles('service')
@ByMerchant()
@Controller('v1/payments/:paymentId/cancel')
export class CancelController {
  constructor(private readonly commandBus: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'End a payment that took no money, wherever it stands' })
  @ApiOkResponse({ type: PaymentResponse })
  async cancel(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() _body: NoFieldsRequest,
    @Keyed() keyed: KeyedCommand,
  ): Promise<PaymentResponse> {
    const context = operationOf(keyed, 'cancel', paymentId, {});
    const command = new CancelPayment(paymentId, 'requested', context);
    return paymentResponse(await this.commandBus.execute(command));
  }
}
