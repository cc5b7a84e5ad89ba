import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ByMerchant, Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import { PaymentResponse, paymentResponse } from '../http/payment.response.js';
import { AuthorisePayment } from './authorise.handler.js';

@Command()
@Roles('service')
@ByMerchant()
@Controller('v1/payments/:paymentId/authorise')
export class AuthoriseController {
  constructor(private readonly commandBus: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Hold the money; also to go on after the payer has acted' })
  @ApiOkResponse({ type: PaymentResponse })
  async authorise(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() _body: NoFieldsRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<PaymentResponse> {
    const context = operationOf(command, 'authorise', paymentId, {});
    return paymentResponse(await this.commandBus.execute(new AuthorisePayment(paymentId, context)));
  }
}
