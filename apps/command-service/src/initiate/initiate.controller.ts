import { Body, Controller, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import { Money } from '#money';
import type { PaymentMethod } from '#payments';
import { Problem, Roles } from '#platform';
import { Command } from '../payment/command.decorator.js';
import { initiationOf, type HttpRequest } from '../payment/http-request.js';
import { PaymentResponse, paymentResponse } from '../payment/payment.response.js';
import { InitiatePayment } from './initiate.handler.js';
import { InitiateRequest } from './initiate.request.js';

/** How far ahead of our clock an upstream clock may be. */
const CLOCK_SKEW_MS = 5 * 60_000;

@Command()
@Roles('service')
@Controller('v1/payments')
export class InitiateController {
  constructor(private readonly commandBus: CommandBus) {}

  @Post()
  @ApiOperation({ summary: 'Initiate a payment and take it as far as its intent says' })
  @ApiCreatedResponse({ type: PaymentResponse })
  async initiate(
    @Body() body: InitiateRequest,
    @Req() request: HttpRequest,
  ): Promise<PaymentResponse> {
    const { paymentId, context } = initiationOf(request, body);
    const facts = { paymentId, ...factsOf(body) };
    return paymentResponse(await this.commandBus.execute(new InitiatePayment(facts, context)));
  }
}

function factsOf(body: InitiateRequest): Omit<InitiatePayment['facts'], 'paymentId'> {
  const { orderId, merchantId, customerId, provider, card } = body;
  return {
    orderId,
    merchantId,
    customerId,
    amount: Money.fromJSON(body.amount),
    provider,
    method: methodOf(body),
    intent: body.intent ?? 'authorise',
    card: card ? { fingerprint: card.fingerprint ?? null, country: card.country ?? null } : null,
    deviceId: body.deviceId ?? null,
    ipCountry: body.ipCountry ?? null,
    shippingCountry: body.shippingCountry ?? null,
    metadata: body.metadata ?? {},
    occurredAt: occurredAtOf(body),
  };
}

/** A card is paid through Stripe, a PayPal account through PayPal. */
function methodOf({ provider, method }: InitiateRequest): PaymentMethod {
  const kind = provider === 'stripe' ? 'card' : 'paypal';
  if (method.kind !== kind) {
    throw invalid('method.kind', `must be "${kind}" when provider is "${provider}"`);
  }
  return method.kind === 'card' ? { kind: 'card', token: method.token ?? '' } : { kind: 'paypal' };
}

function occurredAtOf({ occurredAt }: InitiateRequest): string {
  const now = new Date();
  if (occurredAt === undefined) return now.toISOString();
  const instant = new Date(occurredAt);
  if (instant.getTime() > now.getTime() + CLOCK_SKEW_MS) {
    throw invalid('occurredAt', 'must not be in the future');
  }
  return instant.toISOString();
}

function invalid(field: string, message: string): Problem {
  return new Problem('request-invalid', undefined, [{ field, message }]);
}
