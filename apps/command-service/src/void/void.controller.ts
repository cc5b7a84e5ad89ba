import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { operationOf, type HttpRequest } from '../http/http-request.js';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import { PaymentResponse, paymentResponse } from '../http/payment.response.js';
import { VoidPayment } from './void.handler.js';

@Command()
@Roles('service')
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
    @Req() request: HttpRequest,
  ): Promise<PaymentResponse> {
    const context = operationOf(request, 'void', paymentId, {});
    return paymentResponse(await this.commandBus.execute(new VoidPayment(paymentId, context)));
  }
}
