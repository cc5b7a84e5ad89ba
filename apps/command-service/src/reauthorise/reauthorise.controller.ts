import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Money } from '#money';
import { ByMerchant, Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { PaymentResponse, paymentResponse } from '../http/payment.response.js';
import { ReauthorisePayment } from './reauthorise.handler.js';
import { ReauthoriseRequest } from './reauthorise.request.js';

@Command()
@Roles('service')
@ByMerchant()
@Controller('v1/payments/:paymentId/reauthorise')
export class ReauthoriseController {
  constructor(private readonly commandBus: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Hold the money anew, before the first hold lapses (PayPal)' })
  @ApiOkResponse({ type: PaymentResponse })
  async reauthorise(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: ReauthoriseRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<PaymentResponse> {
    const context = operationOf(command, 'reauthorise', paymentId, body);
    const amount = body.amount ? Money.fromJSON(body.amount) : null;
    return paymentResponse(
      await this.commandBus.execute(new ReauthorisePayment(paymentId, amount, context)),
    );
  }
}
