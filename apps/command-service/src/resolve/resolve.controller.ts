import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { PaymentResponse, paymentResponse } from '../http/payment.response.js';
import { ResolvePayment } from './resolve.handler.js';
import { ResolveRequest } from './resolve.request.js';

@Command()
@Roles('operator')
@Controller('v1/payments/:paymentId/operations/:operationId/resolve')
export class ResolveController {
  constructor(private readonly commandBus: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: "Say what became of an operation, from the provider's own desk" })
  @ApiOkResponse({ type: PaymentResponse })
  async resolve(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Param('operationId', UuidPipe) operationId: string,
    @Body() body: ResolveRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<PaymentResponse> {
    const context = operationOf(command, `resolve:${operationId}`, paymentId, body);
    const { happened, reference = null, note = '' } = body;
    const outcome = { operationId, happened, reference, note };
    return paymentResponse(
      await this.commandBus.execute(new ResolvePayment(paymentId, outcome, context)),
    );
  }
}
