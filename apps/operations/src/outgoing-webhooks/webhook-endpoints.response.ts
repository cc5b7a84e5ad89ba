import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MESSAGE_TYPES, type WebhookEndpoint } from '#outgoing-webhooks';
import type { Delivery } from './delivery-queue.js';

export class EndpointResponse {
  @ApiProperty({ format: 'uuid' })
  endpointId!: string;

  @ApiProperty()
  url!: string;

  @ApiProperty({ enum: MESSAGE_TYPES, isArray: true, description: 'Empty: all.' })
  messageTypes!: readonly string[];

  @ApiProperty({ enum: ['active', 'disabled', 'removed'] })
  status!: string;

  @ApiProperty({
    type: 'object',
    nullable: true,
    properties: {
      reason: { type: 'string', enum: ['gone', 'failing'] },
      at: { type: 'string', format: 'date-time' },
    },
  })
  disabled!: { readonly reason: string; readonly at: string } | null;

  @ApiProperty({ format: 'date-time' })
  registeredAt!: string;

  @ApiPropertyOptional({ description: 'Shown when it is made and never again.' })
  secret?: string;
}

export class AbandonedMessageResponse {
  @ApiProperty()
  messageId!: string;

  @ApiProperty({ enum: MESSAGE_TYPES })
  type!: string;

  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  @ApiProperty()
  attempts!: number;

  @ApiProperty({ nullable: true, type: 'string', example: 'answered 500' })
  lastFailure!: string | null;
}

export class ReplayResponse {
  @ApiProperty({ description: 'Messages put into the queue.' })
  queued!: number;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Where to go on; null when the end was reached.',
  })
  nextPosition!: string | null;
}

export function endpointResponse(endpoint: WebhookEndpoint, secret?: string): EndpointResponse {
  const { endpointId, url, messageTypes, status, disabled, registeredAt } = endpoint;
  const shown = { endpointId, url, messageTypes, status, disabled, registeredAt };
  return secret === undefined ? shown : { ...shown, secret };
}

export function abandonedMessageResponse(delivery: Delivery): AbandonedMessageResponse {
  const { messageId, type, paymentId, attempts, lastFailure } = delivery;
  return { messageId, type, paymentId, attempts, lastFailure };
}
