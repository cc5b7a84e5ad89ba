import { ApiProperty } from '@nestjs/swagger';
import type { MoneyJson } from '#money';
import { MATCH_STATUSES } from '#reconciliation';
import { MoneyResponse } from '../money.response.js';

const POSITION = { description: 'How far the view is.', example: '1042/1042' };
const DIGITS = { description: 'Minor units, as digits.' };

export class MatchCounts {
  @ApiProperty()
  matched!: number;

  @ApiProperty({ description: 'The provider may still report it.' })
  expected!: number;

  @ApiProperty()
  'amount-mismatch'!: number;

  @ApiProperty()
  'currency-mismatch'!: number;

  @ApiProperty()
  'missing-at-provider'!: number;

  @ApiProperty()
  'missing-internally'!: number;

  @ApiProperty()
  duplicate!: number;

  @ApiProperty({ description: 'Payouts and fees of their own: totalled, not compared.' })
  'not-compared'!: number;
}

/** One provider's books against ours, in one currency. */
export class SummaryResponse {
  @ApiProperty({ enum: ['stripe', 'paypal'] })
  provider!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;

  @ApiProperty({ ...DIGITS, description: 'Captured less refunded, before fees, by our events.' })
  ours!: string;

  @ApiProperty({ ...DIGITS, description: "The same by the provider's books." })
  theirs!: string;

  @ApiProperty({ ...DIGITS, description: 'Theirs less ours; zero when the books agree.' })
  difference!: string;

  @ApiProperty(DIGITS)
  ourFees!: string;

  @ApiProperty(DIGITS)
  theirFees!: string;

  @ApiProperty(DIGITS)
  paidOut!: string;

  @ApiProperty({ type: MatchCounts })
  counts!: MatchCounts;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Matched among all that is due, 0 to 1; null when nothing is.',
  })
  matchRate!: number | null;
}

export class ReconciliationResponse {
  @ApiProperty({ type: [SummaryResponse] })
  items!: SummaryResponse[];

  @ApiProperty({ type: Number, nullable: true, description: 'Over all providers; see there.' })
  matchRate!: number | null;

  @ApiProperty(POSITION)
  position!: string;
}

export class OurMovementResponse {
  @ApiProperty()
  operationId!: string;

  @ApiProperty({ type: MoneyResponse })
  amount!: MoneyJson;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class TheirLineResponse {
  @ApiProperty()
  lineId!: string;

  @ApiProperty({ type: MoneyResponse })
  amount!: MoneyJson;

  @ApiProperty({ type: MoneyResponse })
  fee!: MoneyJson;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

/** One object of a provider, by both books. */
export class LineResponse {
  @ApiProperty({ enum: ['stripe', 'paypal'] })
  provider!: string;

  @ApiProperty({ enum: ['capture', 'refund', 'fee', 'dispute', 'payout', 'adjustment'] })
  kind!: string;

  @ApiProperty({ description: "The provider's id." })
  reference!: string;

  @ApiProperty({ type: String, nullable: true })
  paymentId!: string | null;

  @ApiProperty({ enum: MATCH_STATUSES })
  status!: string;

  @ApiProperty({ type: [OurMovementResponse] })
  ours!: readonly OurMovementResponse[];

  @ApiProperty({ type: [TheirLineResponse] })
  theirs!: readonly TheirLineResponse[];
}

export class LinesResponse {
  @ApiProperty({ type: [LineResponse] })
  items!: LineResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Send as `cursor` for more.' })
  nextCursor!: string | null;

  @ApiProperty(POSITION)
  position!: string;
}
