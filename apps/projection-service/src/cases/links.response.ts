import { ApiProperty } from '@nestjs/swagger';
import { MoneyResponse } from '#payment-api';
import { LINK_KINDS, LINKED_MAX, type Links } from './links.js';

export class LinkCountResponse {
  /** Null: the payment has nothing of this kind. Up to 1000 are looked at. */
  @ApiProperty({ type: 'integer', maximum: LINKED_MAX })
  payments!: number | null;

  /** Of these, those known as fraud today. */
  @ApiProperty({ type: 'integer', maximum: LINKED_MAX })
  fraud!: number | null;
}

export class LinkCountsResponse {
  card!: LinkCountResponse;

  device!: LinkCountResponse;

  /** Of the same client. */
  customer!: LinkCountResponse;
}

export class LinkedPaymentResponse {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  /** What it has in common. */
  @ApiProperty({ enum: LINK_KINDS, isArray: true })
  by!: readonly string[];

  client!: string;

  orderId!: string;

  merchantId!: string;

  customerId!: string;

  amount!: MoneyResponse;

  @ApiProperty({ format: 'date-time' })
  occurredAt!: string;

  /** Of its case; none: it was never under review. */
  @ApiProperty({ enum: ['none', 'open', 'closed', 'ended'] })
  case!: string;

  score!: number | null;

  /** Whether it was fraud, by analysts, disputes and reports; null: it is not known. */
  fraud!: boolean | null;
}

export class LinksResponse {
  counts!: LinkCountsResponse;

  /** The latest first, at most 100. */
  @ApiProperty({ type: [LinkedPaymentResponse] })
  items!: LinkedPaymentResponse[];

  /** How far the view is. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}

export function linksResponse({ counts, linked }: Links, position: string): LinksResponse {
  const items = linked.map(({ row, by }) => {
    const { currency, amount, occurredAt, status, ...rest } = row;
    const { paymentId, client, orderId, merchantId, customerId, score, fraud } = rest;
    return {
      paymentId,
      by,
      client,
      orderId,
      merchantId,
      customerId,
      amount: { amount, currency },
      occurredAt: occurredAt.toISOString(),
      case: status,
      score,
      fraud,
    };
  });
  return { counts, items, position };
}
