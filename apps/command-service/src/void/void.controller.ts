import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ByMerchant, Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import { PaymentResponse, paymentResponse } from '../http/payment.response.js';
import { VoidPayment } from './void.handler.js';

@Command()
@Roles('service')
@ByMerchant()
@Controller('v1/payments/:paymentId/void')
export class VoidController {
  constructor(private readonly commandBus: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Give up an authorisation before capture' })
  @ApiOkResponse({ type: PaymentResponse })
  async void(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() _body: NoFieldsRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<PaymentResponse> {
    const context = operationOf(command, 'void', paymentId, {});
    return paymentResponse(await this.commandBus.execute(new VoidPayment(paymentId, context)));
  }
}
