import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { PROVIDERS } from '#provider-port';
import { IsText } from '#platform';
import { ListQuery, NeedsCurrency, NotBefore, SomeOf } from '../lists/list.request.js';
import { UPSTREAM_ID } from '../orders/payments.request.js';

const CASE_STATUSES = ['open', 'closed', 'ended'] as const;

export const CASE_SORTS = ['oldest', 'newest', 'riskiest', 'largest'] as const;

export type CasesSort = (typeof CASE_SORTS)[number];

/** Which cases to list; filters add up. Times are those of the opening. */
export class CasesQuery extends ListQuery {
  /** One or several, each as a parameter of its own. */
  @ApiPropertyOptional({ enum: CASE_STATUSES, isArray: true })
  @IsOptional()
  @SomeOf(CASE_STATUSES)
  status?: readonly (typeof CASE_STATUSES)[number][];

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

  /** At least this score, 0 to 1. A case that was not scored has none. */
  @ApiPropertyOptional({ example: '0.7' })
  @IsOptional()
  @IsScore()
  scoreMin?: string;

  /** At most this score, 0 to 1. */
  @ApiPropertyOptional({ example: '0.9' })
  @IsOptional()
  @IsScore()
  @NotBefore('scoreMin', Number)
  scoreMax?: string;

  /** The analyst who decided it. */
  @IsOptional()
  @IsText(1, 255)
  analyst?: string;

  /** The longest waiting first, the newest, the riskiest or the largest, which needs `currency`. */
  @ApiPropertyOptional({ enum: CASE_SORTS, default: 'oldest' })
  @IsOptional()
  @IsIn(CASE_SORTS)
  @NeedsCurrency((sort) => sort === 'largest')
  sort: CasesSort = 'oldest';
}

function IsScore(): PropertyDecorator {
  return Matches(/^(0(\.\d{1,9})?|1(\.0{1,9})?)$/, { message: 'must be from 0 to 1, as in 0.7' });
}
