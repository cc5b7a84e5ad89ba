import { ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { PROVIDERS } from '#provider-port';
import { IsText, IsTime, IsWholeNumber } from '#platform';
import { Flag, ListQuery, NeedsCurrency, NotBefore, SomeOf } from '../lists/list.request.js';
import { UPSTREAM_ID } from '../orders/payments.request.js';

/** snoozed: open, and put off to a later time; `open` are those that are not. */
const CASE_STATUSES = ['open', 'snoozed', 'closed', 'ended'] as const;

const CASE_REASONS = ['score', 'rule', 'degraded'] as const;

export const CASE_SORTS = ['oldest', 'newest', 'due', 'at-risk', 'riskiest', 'largest'] as const;

export type CasesSort = (typeof CASE_SORTS)[number];

const PERSON = /^[a-z0-9-]{1,64}$/;
const PERSON_MESSAGE = { message: 'must be the name of an analyst’s keys, as in amal' };

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

  /** What held it. */
  @ApiPropertyOptional({ enum: CASE_REASONS })
  @IsOptional()
  @IsIn(CASE_REASONS)
  reason?: (typeof CASE_REASONS)[number];

  /** The analyst who has it now. */
  @IsOptional()
  @Matches(PERSON, PERSON_MESSAGE)
  leasedBy?: string;

  /** The analyst whose work it is to be. */
  @IsOptional()
  @Matches(PERSON, PERSON_MESSAGE)
  assignee?: string;

  /** Those that ask for a senior, or only the others. */
  @ApiPropertyOptional()
  @IsOptional()
  @Flag()
  escalated?: boolean;

  /** To be decided before this time. */
  @ApiPropertyOptional({ format: 'date-time', example: '2026-12-01T00:00:00Z' })
  @IsOptional()
  @IsTime()
  dueBefore?: string;

  /**
   * The longest waiting first, the newest, those due first, most money at risk first, the riskiest,
   * or the largest, which needs `currency`.
   */
  @ApiPropertyOptional({ enum: CASE_SORTS, default: 'oldest' })
  @IsOptional()
  @IsIn(CASE_SORTS)
  @NeedsCurrency((sort) => sort === 'largest')
  sort: CasesSort = 'oldest';
}

/** Which free cases to propose; filters add up. */
export class QueueQuery extends PickType(CasesQuery, [
  'minPosition',
  'waitMs',
  'client',
  'merchantId',
  'provider',
  'reason',
  'currency',
  'amountMin',
  'amountMax',
  'scoreMin',
  'scoreMax',
  'escalated',
] as const) {
  @ApiPropertyOptional({ default: 10 })
  @IsOptional()
  @IsWholeNumber(1, 50)
  limit?: number;
}

function IsScore(): PropertyDecorator {
  return Matches(/^(0(\.\d{1,9})?|1(\.0{1,9})?)$/, { message: 'must be from 0 to 1, as in 0.7' });
}
