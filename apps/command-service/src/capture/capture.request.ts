import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { MoneyRequest } from '../http/money.request.js';

export class CaptureRequest {
  /** Default: all that is left. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyRequest)
  amount?: MoneyRequest;

  /** Whether the rest of the authorisation is given up. */
  @ApiPropertyOptional({ default: true })
  @IsOptional()
  @IsBoolean()
  final?: boolean;
}
