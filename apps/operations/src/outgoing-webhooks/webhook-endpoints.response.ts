import { ApiProperty } from '@nestjs/swagger';
import { MESSAGE_TYPES, type WebhookEndpoint } from '#outgoing-webhooks';
import { shownTypes } from './webhook-endpoints.request.js';
import type { EndpointTrouble } from './attention.js';
import type { Delivery } from './delivery.js';

export class EndpointResponse {
  @ApiProperty({ format: 'uuid' })
  endpointId!: string;

  /** Whose endpoint it is. */
  client!: string;

  url!: string;

  @ApiProperty({ type: 'string', nullable: true })
  description!: string | null;

  /** `*`: all, also those that come to be added. */
  @ApiProperty({ enum: ['*', ...MESSAGE_TYPES], isArray: true })
  messageTypes!: readonly string[];

  @ApiProperty({ enum: ['active', 'disabled', 'removed'] })
  status!: string;

  @ApiProperty({
    type: 'object',
    properties: {
      reason: { type: 'string', enum: ['gone', 'failing', 'client'] },
      at: { type: 'string', format: 'date-time' },
    },
  })
  disabled!: { readonly reason: string; readonly at: string } | null;

  /** When it was last disabled: what happened from there on was not queued. */
  @ApiProperty({ type: 'string', example: '1042/1042' })
  missedFrom!: string | null;

  @ApiProperty({ format: 'date-time' })
  registeredAt!: string;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'Until then the secret before the last replacement signs as well.',
  })
  previousSecretUntil!: string | null;

  /** Shown when it is made and never again. */
  secret?: string;
}

export class TroubledEndpointResponse {
  @ApiProperty({ format: 'uuid' })
  endpointId!: string;

  client!: string;

  url!: string;

  @ApiProperty({ enum: ['active', 'disabled'] })
  status!: string;

  /**
   * key-missing: signing.key is not the one its secret is derived from. set-aside: one of its
   * events cannot be read.
   */
  @ApiProperty({ enum: ['gone', 'failing', 'key-missing', 'set-aside'] })
  trouble!: string;

  @ApiProperty({ format: 'date-time' })
  since!: string;

  /** Messages that wait; 100000 stands for more, too. */
  waiting!: number;
}

export class AbandonedMessageResponse {
  messageId!: string;

  @ApiProperty({ enum: MESSAGE_TYPES })
  type!: string;

  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  attempts!: number;

  @ApiProperty({ type: 'string', example: 'answered 500' })
  lastFailure!: string | null;
}

export class ReplayResponse {
  /** Messages put into the queue. */
  queued!: number;

  @ApiProperty({
    type: 'string',
    description:
      'Where to go on: one request looks at 10000 events at most, for two seconds, and lets 10000 ' +
      'messages wait. Null when the end was reached.',
  })
  nextPosition!: string | null;
}

export function endpointResponse(endpoint: WebhookEndpoint, secret?: string): EndpointResponse {
  const { endpointId, client, url, description, status, disabled } = endpoint;
  const { missedFrom, registeredAt } = endpoint;
  const messageTypes = shownTypes(endpoint.messageTypes);
  const previousSecretUntil = endpoint.previous?.until ?? null;
  const chosen = { endpointId, client, url, description, messageTypes, status, disabled };
  const shown = { ...chosen, missedFrom, registeredAt, previousSecretUntil };
  return secret === undefined ? shown : { ...shown, secret };
}

export function troubledEndpointResponse({
  endpoint,
  trouble,
  since,
  waiting,
}: EndpointTrouble): TroubledEndpointResponse {
  const { endpointId, client, url, status } = endpoint;
  return { endpointId, client, url, status, trouble, since, waiting };
}

export function abandonedMessageResponse(delivery: Delivery): AbandonedMessageResponse {
  const { messageId, type, paymentId, attempts, lastFailure } = delivery;
  return { messageId, type, paymentId, attempts, lastFailure };
}
