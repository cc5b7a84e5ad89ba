import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MoneyJson } from '#money';
import { MATCH_STATUSES } from '#reconciliation';
import { PROVIDERS } from '#provider-port';
import { MoneyResponse } from '../money.response.js';

const POSITION = { description: 'How far the view is.', example: '1042/1042' };
const LINE_KINDS = [
  'capture',
  'refund',
  'dispute',
  'fee',
  'payout',
  'conversion',
  'reserve',
  'adjustment',
  'unreadable',
];
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

  @ApiProperty({ description: 'Amounts agree, and what the provider took for them does not.' })
  'fee-mismatch'!: number;

  @ApiProperty({ description: 'Lines that were set aside, where a currency is known of them.' })
  unreadable!: number;

  @ApiProperty({ description: 'Of no payment, as payouts and fees of their own: booked as it is.' })
  booked!: number;
}

/** One provider's books against ours, in one currency. */
export class SummaryResponse {
  @ApiProperty({ enum: PROVIDERS })
  provider!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;

  @ApiProperty({
    ...DIGITS,
    description: 'Captured less refunded, before fees, by our events, as payers saw it.',
  })
  ours!: string;

  @ApiProperty({ ...DIGITS, description: "The same by the provider's books." })
  theirs!: string;

  @ApiProperty({ ...DIGITS, description: 'Theirs less ours; zero when the books agree.' })
  difference!: string;

  @ApiProperty({
    ...DIGITS,
    description: "Fees in the journal: of our events, and of the provider's lines alone.",
  })
  ourFees!: string;

  @ApiProperty(DIGITS)
  theirFees!: string;

  @ApiProperty(DIGITS)
  paidOut!: string;

  @ApiProperty({ ...DIGITS, description: "Came from another currency's balance; negative: went." })
  exchanged!: string;

  @ApiProperty({ ...DIGITS, description: 'Held back by the provider.' })
  reserved!: string;

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

  @ApiProperty({ description: 'Lines that could not be read and wait, over all providers.' })
  unreadable!: number;

  @ApiProperty(POSITION)
  position!: string;
}

export class OurMovementResponse {
  @ApiProperty()
  operationId!: string;

  @ApiProperty({ type: MoneyResponse })
  amount!: MoneyJson;

  @ApiProperty({ type: MoneyResponse, nullable: true, description: 'Null until it is told.' })
  fee!: MoneyJson | null;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class TheirLineResponse {
  @ApiProperty()
  lineId!: string;

  @ApiProperty({ type: MoneyResponse, description: "What moved the provider's balance." })
  amount!: MoneyJson;

  @ApiPropertyOptional({
    type: MoneyResponse,
    description: 'What the payer saw, where it settles in another currency.',
  })
  presented?: MoneyJson;

  @ApiProperty({ type: MoneyResponse, description: 'Negative where a fee was given back.' })
  fee!: MoneyJson;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class UnreadableResponse {
  @ApiProperty({ description: 'Why the line could not be read.' })
  reason!: string;

  @ApiProperty({ description: "The provider's own JSON, whole." })
  raw!: string;
}

/** One object of a provider, by both books. */
export class LineResponse {
  @ApiProperty({ enum: PROVIDERS })
  provider!: string;

  @ApiProperty({ enum: LINE_KINDS })
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

  @ApiProperty({ type: UnreadableResponse, nullable: true, description: 'Of a line set aside.' })
  unreadable!: UnreadableResponse | null;
}

export class LinesResponse {
  @ApiProperty({ type: [LineResponse] })
  items!: LineResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Send as `cursor` for more.' })
  nextCursor!: string | null;

  @ApiProperty(POSITION)
  position!: string;
}
