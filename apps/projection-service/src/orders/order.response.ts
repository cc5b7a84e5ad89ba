import { ApiProperty } from '@nestjs/swagger';
import { MoneyResponse, PaymentResourceResponse } from '#payment-api';

/** An order's money: its payments, page by page, and what all of them come to. */
export class OrderResponse {
  orderId!: string;

  /** Whose order it is: clients number their orders each by itself. */
  client!: string;

  /** Oldest first; one page of them. */
  payments!: PaymentResourceResponse[];

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
