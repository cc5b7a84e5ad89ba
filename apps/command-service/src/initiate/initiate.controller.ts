import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import { ByMerchant, Answer, Roles } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, initiationOf, type KeyedCommand } from '../http/keyed-command.js';
import { PaymentResponse, paymentResponse } from '../http/payment.response.js';
import { Checkouts } from './checkouts.js';
import { initiationFacts } from './initiation-facts.js';
import { InitiatePayment } from './initiate-payment.js';
import { InitiateRequest } from './initiate.request.js';

@Command()
@Roles('service')
@ByMerchant()
@Controller('v1/payments')
export class InitiateController {
  constructor(
    private readonly commandBus: CommandBus,
    private readonly checkouts: Checkouts,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Initiate a payment and take it as far as its intent says' })
  @ApiCreatedResponse({ type: PaymentResponse })
  async initiate(
    @Body() body: InitiateRequest,
    @Keyed() command: KeyedCommand,
    @Answer() answer: Answer,
  ): Promise<PaymentResponse> {
    const { paymentId, context } = initiationOf(command, body);
    const facts = initiationFacts(paymentId, body);
    const checkout = { client: command.caller.client, customerId: body.customerId, paymentId };
    const payment = await this.checkouts.admit(checkout, answer, () =>
      this.commandBus.execute(new InitiatePayment(facts, context)),
    );
    answer.createdAt(`/v1/payments/${paymentId}`);
    return paymentResponse(payment);
  }
}
