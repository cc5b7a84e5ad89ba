import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsIn, IsOptional, Matches } from 'class-validator';
import { PAYMENT_STATUSES, type PaymentStatus } from '#payments';
import { IsWholeNumber } from '#platform';
import { PROVIDERS } from '#provider-port';
import { Listing, ListQuery, NeedsCurrency, SomeOf } from '../lists/list.request.js';
import { ClientQuery } from '../lists/page.request.js';

/** Any id of upstream's; PostgreSQL takes no NUL in a text. */
export const UPSTREAM_ID = /^[^\0\p{Cs}]{1,255}$/u;

export const PAYMENT_SORTS = ['newest', 'oldest', 'largest', 'smallest'] as const;

export type PaymentsSort = (typeof PAYMENT_SORTS)[number];

/** Which payments to list; filters add up. Times are those of the initiation. */
export class PaymentsQuery extends ListQuery {
  /** One or several, each as a parameter of its own. */
  @ApiPropertyOptional({ enum: PAYMENT_STATUSES, isArray: true })
  @IsOptional()
  @SomeOf(PAYMENT_STATUSES)
  status?: readonly PaymentStatus[];

  @IsOptional()
  @Matches(UPSTREAM_ID)
  orderId?: string;

  @IsOptional()
  @Matches(UPSTREAM_ID)
  merchantId?: string;

  @IsOptional()
  @Matches(UPSTREAM_ID)
  customerId?: string;

  @ApiPropertyOptional({ enum: PROVIDERS })
  @IsOptional()
  @IsIn(PROVIDERS)
  provider?: string;

  /** Any id that a provider has of it: of an order, authorisation, capture, refund or dispute. */
  @ApiPropertyOptional({ example: 'pi_3Q5b8d2eZvKYlo2C1' })
  @IsOptional()
  @Matches(UPSTREAM_ID)
  reference?: string;

  /**
   * `key=value`, or `key` for any value; several must all be there. A key ends at the first `=`.
   */
  @ApiPropertyOptional({ type: [String], example: ['basket=7'] })
  @IsOptional()
  @Listing()
  @ArrayMaxSize(10)
  @Matches(/^[^\0\p{Cs}=][^\0\p{Cs}]{0,999}$/u, {
    each: true,
    message: 'must be key=value or a key, each as a parameter of its own',
  })
  metadata?: readonly string[];

  /** By the time or the amount of the initiation; amounts need `currency`. */
  @ApiPropertyOptional({ enum: PAYMENT_SORTS, default: 'newest' })
  @IsOptional()
  @IsIn(PAYMENT_SORTS)
  @NeedsCurrency((sort) => sort === 'largest' || sort === 'smallest')
  sort: PaymentsSort = 'newest';
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
