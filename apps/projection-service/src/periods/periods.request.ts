import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { CHECKLIST_ITEMS, MONTH, type ChecklistItemName } from '#journal';
import { IsText, IsWholeNumber } from '#platform';
import { PositionQuery } from '../views/position.request.js';

export class PeriodParams {
  /** A calendar month in UTC. */
  @ApiProperty({ example: '2026-11', pattern: MONTH.source })
  @Matches(MONTH, { message: 'must be a month, as in 2026-11' })
  period!: string;
}

export class ExplanationRequest {
  @ApiProperty({ enum: CHECKLIST_ITEMS })
  @IsIn(CHECKLIST_ITEMS)
  item!: ChecklistItemName;

  /** Why the period is closed although this is open. */
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsText(3, 500)
  reason!: string;
}

export class CloseRequest {
  /** For items of the checklist that are open and `explainable`. */
  @ApiPropertyOptional({ type: [ExplanationRequest], maxItems: 20 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ExplanationRequest)
  explanations?: ExplanationRequest[];
}

export class ReopeningRequest {
  /** Why, for the second person. */
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsText(3, 500)
  reason!: string;
}

export class ReopeningWithdrawalRequest {
  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsText(0, 500)
  note?: string;
}

export class ClosedBalanceQuery extends PositionQuery {
  /** Which closing of the period, from 1 on; left out: the last. */
  @ApiPropertyOptional({ minimum: 1 })
  @IsOptional()
  @IsWholeNumber(1, 1_000)
  closing?: number;
}
