import { Type } from 'class-transformer';
import { IsObject, IsOptional, ValidateNested } from 'class-validator';
import { MoneyRequest } from '../http/money.request.js';

export class ReauthoriseRequest {
  /** Default: what is held now. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyRequest)
  amount?: MoneyRequest;
}
