import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { PAYMENT_STATUSES, type PaymentStatus } from '#payments';
import { IsWholeNumber } from '#platform';
import { ClientQuery } from '../views/page.request.js';

/** Any id of upstream's; PostgreSQL takes no NUL in a text. */
export const UPSTREAM_ID = /^[^\0\p{Cs}]{1,255}$/u;

/** Which payments to list; filters add up. */
export class PaymentsQuery extends ClientQuery {
  @ApiPropertyOptional({ enum: PAYMENT_STATUSES })
  @IsOptional()
  @IsIn(PAYMENT_STATUSES)
  status?: PaymentStatus;

  @IsOptional()
  @Matches(UPSTREAM_ID)
  orderId?: string;

  @IsOptional()
  @Matches(UPSTREAM_ID)
  customerId?: string;
}

/** Which of an order's payments; the totals are of all. */
export class OrderQuery extends ClientQuery {
  @ApiPropertyOptional({ default: 200 })
  @IsWholeNumber(1, 200)
  override limit = 200;
}

export class OrderParams {
  @Matches(UPSTREAM_ID)
  orderId!: string;
}
