import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Money } from '#money';
import { ByMerchant, Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { PaymentResponse, paymentResponse } from '../http/payment.response.js';
import { IncrementPayment } from './increment.handler.js';
import { IncrementRequest } from './increment.request.js';

@Command()
@Roles('service')
@ByMerchant()
@Controller('v1/payments/:paymentId/increment')
export class IncrementController {
  constructor(private readonly commandBus: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Raise what is held to a new total, before anything is captured' })
  @ApiOkResponse({ type: PaymentResponse })
  async increment(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: IncrementRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<PaymentResponse> {
    const context = operationOf(command, 'increment', paymentId, body);
    const amount = Money.fromJSON(body.amount);
    return paymentResponse(
      await this.commandBus.execute(new IncrementPayment(paymentId, amount, context)),
    );
  }
}
