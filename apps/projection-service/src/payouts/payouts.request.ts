import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PAYOUT_STATUSES, PROVIDERS, type PayoutStatus } from '#provider-port';
import { EXCEPTION_KINDS, SETTLED_STATUSES, type FindingStatus } from '#reconciliation';
import { ListQuery } from '../lists/list.request.js';

/** What a payout can be to our bank. */
export const BANK_STATUSES = [...SETTLED_STATUSES, ...EXCEPTION_KINDS] as const;

/** Which payouts; `from` and `to` are of when the provider made them. */
export class PayoutsQuery extends OmitType(ListQuery, ['client']) {
  @ApiPropertyOptional({ enum: PROVIDERS })
  @IsOptional()
  @IsIn(PROVIDERS)
  provider?: string;

  /** By the provider. */
  @ApiPropertyOptional({ enum: PAYOUT_STATUSES })
  @IsOptional()
  @IsIn(PAYOUT_STATUSES)
  status?: PayoutStatus;

  /** By the lines of our bank. */
  @ApiPropertyOptional({ enum: BANK_STATUSES })
  @IsOptional()
  @IsIn(BANK_STATUSES)
  bankStatus?: FindingStatus;
}
