import { ApiProperty } from '@nestjs/swagger';
import type { Plain } from '#projections';
import { MoneyResponse } from '../money.response.js';
import { PaymentSummary } from './payment.response.js';

/** An order's money: its payments, page by page, and what all of them come to. */
export class OrderResponse {
  orderId!: string;

  /** Whose order it is: clients number their orders each by itself. */
  client!: string;

  /** Oldest first; one page of them. */
  @ApiProperty({ type: [PaymentSummary] })
  payments!: Plain<PaymentSummary>[];

  /** All payments of the order, on this page or not. */
  paymentCount!: number;

  /** By all of its payments, per currency. */
  captured!: MoneyResponse[];

  /** By all of its payments, per currency. */
  refunded!: MoneyResponse[];

  /** Send as `cursor` for more payments. */
  nextCursor!: string | null;

  /** How far the view is. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}
