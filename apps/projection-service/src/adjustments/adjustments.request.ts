import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ADJUSTMENT_STATUSES, type AdjustmentStatus } from '#journal';
import { CURRENCIES } from '#money';
import { IsText, IsTime } from '#platform';
import { PageQuery } from '../lists/page.request.js';

const ACCOUNT = /^[a-z-]+:[^\0\p{Cs}]{1,300}$/u;
const AMOUNT = /^-?[1-9]\d{0,14}$/;

export class SignedMoneyRequest {
  /** Minor units as digits: a debit is positive, a credit negative. */
  @ApiProperty({ example: '-1050', pattern: '^-?[1-9]\\d{0,14}$' })
  @Matches(AMOUNT, { message: 'must be minor units as digits and not zero, as in "-1050"' })
  amount!: string;

  /** ISO 4217. */
  @ApiProperty({ example: 'EUR' })
  @IsIn(CURRENCIES, { message: 'must be a currency of ISO 4217, as in EUR' })
  currency!: string;
}

export class AdjustmentLineRequest {
  @ApiProperty({ example: 'bank-charges:stripe' })
  @Matches(ACCOUNT, { message: 'must be an account, as in bank-charges:stripe' })
  account!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => SignedMoneyRequest)
  amount!: SignedMoneyRequest;
}

export class AdjustmentRequest {
  /** The day in the books; left out: now. */
  @ApiPropertyOptional({ format: 'date-time', example: '2026-12-01T00:00:00Z' })
  @IsOptional()
  @IsTime()
  effectiveAt?: string;

  /** Why, for readers of the books. */
  @ApiProperty({ minLength: 3, maxLength: 500, example: 'the bank charged for the payout' })
  @IsText(3, 500)
  reason!: string;

  /** What it is about, as the id of a difference with a provider. */
  @ApiPropertyOptional({ minLength: 1, maxLength: 200 })
  @IsOptional()
  @IsText(1, 200)
  about?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  paymentId?: string;

  /** Two or more, which come to nothing in each currency. */
  @ApiProperty({ type: [AdjustmentLineRequest], minItems: 2, maxItems: 100 })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AdjustmentLineRequest)
  lines!: AdjustmentLineRequest[];
}

export class ReversalRequest {
  /** The day in the books; left out: now. */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  effectiveAt?: string;

  @ApiProperty({ minLength: 3, maxLength: 500, example: 'booked twice' })
  @IsText(3, 500)
  reason!: string;
}

export class AdjustmentWithdrawalRequest {
  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsText(0, 500)
  note?: string;
}

export class AdjustmentParams {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  adjustmentId!: string;
}

export class AdjustmentsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ADJUSTMENT_STATUSES })
  @IsOptional()
  @IsIn(ADJUSTMENT_STATUSES)
  status?: AdjustmentStatus;

  /** What it is about, as it was sent. */
  @IsOptional()
  @IsText(1, 200)
  about?: string;
}
