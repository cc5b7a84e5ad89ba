import { ApiProperty } from '@nestjs/swagger';
import type { MoneyJson } from '#money';

export class MoneyResponse implements MoneyJson {
  @ApiProperty({ description: 'Minor units, as digits.', example: '1050' })
  amount!: string;

  @ApiProperty({ description: 'ISO 4217.', example: 'EUR' })
  currency!: string;
}
