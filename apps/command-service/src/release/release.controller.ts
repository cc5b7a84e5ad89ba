import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ByMerchant, Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import { PaymentResponse, paymentResponse } from '../http/payment.response.js';
import { ReleaseRest } from './release.handler.js';

@Command()
@Roles('service')
@ByMerchant()
@Controller('v1/payments/:paymentId/release')
export class ReleaseController {
  constructor(private readonly commandBus: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Give up what is held beside what was captured' })
  @ApiOkResponse({ type: PaymentResponse })
  async release(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() _body: NoFieldsRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<PaymentResponse> {
    const context = operationOf(command, 'release', paymentId, {});
    return paymentResponse(await this.commandBus.execute(new ReleaseRest(paymentId, context)));
  }
}
