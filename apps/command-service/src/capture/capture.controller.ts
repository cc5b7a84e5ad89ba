import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Money } from '#money';
import { ByMerchant, Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { PaymentResponse, paymentResponse } from '../http/payment.response.js';
import { CapturePayment } from './capture.handler.js';
import { CaptureRequest } from './capture.request.js';

@Command()
@Roles('service')
@ByMerchant()
@Controller('v1/payments/:paymentId/capture')
export class CaptureController {
  constructor(private readonly commandBus: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Take authorised money, all of it or a part' })
  @ApiOkResponse({ type: PaymentResponse })
  async capture(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: CaptureRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<PaymentResponse> {
    const context = operationOf(command, 'capture', paymentId, body);
    const amount = body.amount ? Money.fromJSON(body.amount) : null;
    return paymentResponse(
      await this.commandBus.execute(
        new CapturePayment(paymentId, amount, body.final ?? true, context),
      ),
    );
  }
}
