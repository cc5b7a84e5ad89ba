import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Money } from '#money';
import { ByMerchant, Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { PaymentResponse, paymentResponse } from '../http/payment.response.js';
import { RefundPayment } from './refund.handler.js';
import { RefundRequest } from './refund.request.js';

@Command()
@Roles('service')
@ByMerchant()
@Controller('v1/payments/:paymentId/refund')
export class RefundController {
  constructor(private readonly commandBus: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Give captured money back, all of it or a part' })
  @ApiOkResponse({ type: PaymentResponse })
  async refund(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: RefundRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<PaymentResponse> {
    const context = operationOf(command, 'refund', paymentId, body);
    const refund = {
      amount: body.amount ? Money.fromJSON(body.amount) : null,
      captureId: body.captureId ?? null,
      reason: body.reason ?? '',
    };
    return paymentResponse(
      await this.commandBus.execute(new RefundPayment(paymentId, refund, context)),
    );
  }
}
