import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { PAYMENT_STATUSES, type PaymentStatus } from '#payments';
import { PageQuery } from '../views/page.request.js';

/** Any id of upstream's; PostgreSQL takes no NUL in a text. */
export const UPSTREAM_ID = /^[^\0\p{Cs}]{1,255}$/u;

/** Which payments to list; filters add up. */
export class PaymentsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: PAYMENT_STATUSES })
  @IsOptional()
  @IsIn(PAYMENT_STATUSES)
  status?: PaymentStatus;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(UPSTREAM_ID)
  orderId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(UPSTREAM_ID)
  customerId?: string;
}

export class OrderParams {
  @Matches(UPSTREAM_ID)
  orderId!: string;
}
