import { ApiProperty } from '@nestjs/swagger';
import type { Plain } from '#projections';
import { MoneyResponse } from '../money.response.js';
import { PaymentSummary } from './payment.response.js';

/** An order's money: its payments, page by page, and what all of them come to. */
export class OrderResponse {
  @ApiProperty()
  orderId!: string;

  @ApiProperty({ description: 'Whose order it is: clients number their orders each by itself.' })
  client!: string;

  @ApiProperty({ type: [PaymentSummary], description: 'Oldest first; one page of them.' })
  payments!: Plain<PaymentSummary>[];

  @ApiProperty({ description: 'All payments of the order, on this page or not.' })
  paymentCount!: number;

  @ApiProperty({ type: [MoneyResponse], description: 'By all of its payments, per currency.' })
  captured!: MoneyResponse[];

  @ApiProperty({ type: [MoneyResponse], description: 'By all of its payments, per currency.' })
  refunded!: MoneyResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Send as `cursor` for more payments.' })
  nextCursor!: string | null;

  @ApiProperty({ description: 'How far the view is.', example: '1042/1042' })
  position!: string;
}
