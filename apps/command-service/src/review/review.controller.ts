import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { PaymentResponse, paymentResponse } from '../http/payment.response.js';
import { ReviewPayment } from './review.handler.js';
import { ReviewRequest } from './review.request.js';

@Command()
@Roles('analyst')
@Controller('v1/payments/:paymentId/review')
export class ReviewController {
  constructor(private readonly commandBus: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Decide a held payment; the decision is a label for the fraud model' })
  @ApiOkResponse({ type: PaymentResponse })
  async review(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: ReviewRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<PaymentResponse> {
    const context = operationOf(command, 'review', paymentId, body);
    const { expectedRevision = null, note = '', decision, reason, label } = body;
    const review = { decision, note, reason, label };
    return paymentResponse(
      await this.commandBus.execute(
        new ReviewPayment(paymentId, review, expectedRevision, context),
      ),
    );
  }
}
