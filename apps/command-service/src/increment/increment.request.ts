import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { MoneyRequest } from '../http/money.request.js';

export class IncrementRequest {
  /** The new total to hold, not the difference. */
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyRequest)
  amount!: MoneyRequest;
}
