import { ApiProperty } from '@nestjs/swagger';
import type { MoneyJson } from '#money';

export class MoneyResponse implements MoneyJson {
  /** Minor units, as digits. */
  @ApiProperty({ example: '1050' })
  amount!: string;

  /** ISO 4217. */
  @ApiProperty({ example: 'EUR' })
  currency!: string;
}
