import { ApiProperty } from '@nestjs/swagger';
import { PROVIDERS } from '#provider-port';

const DIGITS = { description: 'Minor units, as digits.', example: '-1250' };

/** What lines of one kind moved; `fees` are those of all lines. */
export class BalanceMovementResponse {
  @ApiProperty({ example: 'capture' })
  kind!: string;

  @ApiProperty(DIGITS)
  amount!: string;
}

/** One provider's balance of one currency on one day: opening and movements are the closing. */
export class BalanceDayResponse {
  @ApiProperty({ enum: PROVIDERS })
  provider!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;

  @ApiProperty({ format: 'date' })
  day!: string;

  @ApiProperty(DIGITS)
  opening!: string;

  @ApiProperty({ type: [BalanceMovementResponse] })
  movements!: BalanceMovementResponse[];

  @ApiProperty(DIGITS)
  closing!: string;

  /** What the provider says of the end of the day; null where it has not said it. */
  @ApiProperty({ ...DIGITS, type: String, nullable: true })
  reported!: string | null;

  /** Reported less closing; null as long as it is not reported. */
  @ApiProperty({ ...DIGITS, type: String, nullable: true })
  difference!: string | null;
}

export class BalancesResponse {
  @ApiProperty({ type: [BalanceDayResponse] })
  items!: BalanceDayResponse[];

  @ApiProperty({ description: 'How far the view is.', example: '1042/1042' })
  position!: string;
}
