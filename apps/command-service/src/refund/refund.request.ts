import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { IsText } from '#platform';
import { MoneyRequest } from '../http/money.request.js';

export class RefundRequest {
  /** Default: all that is left of the capture. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyRequest)
  amount?: MoneyRequest;

  /** Needed only when the payment has several captures. */
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  captureId?: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsText(0, 200)
  reason?: string;
}
