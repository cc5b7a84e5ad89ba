import { ApiProperty } from '@nestjs/swagger';
import type { Plain } from '#projections';
import { MoneyResponse } from '../money.response.js';
import { PaymentSummary } from './payment.response.js';

/** An order's money: its payments and what they come to. */
export class OrderResponse {
  @ApiProperty()
  orderId!: string;

  @ApiProperty({ type: [PaymentSummary], description: 'Oldest first; the first 200.' })
  payments!: Plain<PaymentSummary>[];

  @ApiProperty({ type: [MoneyResponse], description: 'Captured in all, per currency.' })
  captured!: MoneyResponse[];

  @ApiProperty({ type: [MoneyResponse], description: 'Refunded in all, per currency.' })
  refunded!: MoneyResponse[];

  @ApiProperty({ description: 'How far the view is.', example: '1042/1042' })
  position!: string;
}
