import { ApiProperty } from '@nestjs/swagger';
import { MATCH_STATUSES } from '#reconciliation';
import { PROVIDERS } from '#provider-port';
import { MoneyResponse } from '#payment-api';

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
  matched!: number;

  /** The provider may still report it. */
  expected!: number;

  'amount-mismatch'!: number;

  'currency-mismatch'!: number;

  'missing-at-provider'!: number;

  'missing-internally'!: number;

  duplicate!: number;

  /** Amounts agree, and what the provider took for them does not. */
  'fee-mismatch'!: number;

  /** Lines that were set aside, where a currency is known of them. */
  unreadable!: number;

  /** Of no payment, as payouts and fees of their own: booked as it is. */
  booked!: number;
}

/** One provider's books against ours, in one currency. */
export class SummaryResponse {
  @ApiProperty({ enum: PROVIDERS })
  provider!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;

  /** Captured less refunded, before fees, by our events, as payers saw it. */
  ours!: string;

  /** The same by the provider's books. */
  theirs!: string;

  /** Theirs less ours; zero when the books agree. */
  difference!: string;

  /** Fees in the journal: of our events, and of the provider's lines alone. */
  ourFees!: string;

  @ApiProperty(DIGITS)
  theirFees!: string;

  @ApiProperty(DIGITS)
  paidOut!: string;

  /** Came from another currency's balance; negative: went. */
  exchanged!: string;

  /** Held back by the provider. */
  reserved!: string;

  counts!: MatchCounts;

  /** Matched among all that is due, 0 to 1; null when nothing is. */
  matchRate!: number | null;
}

export class ReconciliationResponse {
  items!: SummaryResponse[];

  /** Over all providers; see there. */
  matchRate!: number | null;

  /** Lines that could not be read and wait, over all providers. */
  unreadable!: number;

  @ApiProperty(POSITION)
  position!: string;
}

export class OurMovementResponse {
  operationId!: string;

  amount!: MoneyResponse;

  /** Null until it is told. */
  fee!: MoneyResponse | null;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class TheirLineResponse {
  lineId!: string;

  /** What moved the provider's balance. */
  amount!: MoneyResponse;

  /** What the payer saw, where it settles in another currency. */
  presented?: MoneyResponse;

  /** Negative where a fee was given back. */
  fee!: MoneyResponse;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class UnreadableResponse {
  /** Why the line could not be read. */
  reason!: string;

  /** The provider's own JSON, whole. */
  raw!: string;
}

/** One object of a provider, by both books. */
export class LineResponse {
  @ApiProperty({ enum: PROVIDERS })
  provider!: string;

  @ApiProperty({ enum: LINE_KINDS })
  kind!: string;

  /** The provider's id. */
  reference!: string;

  paymentId!: string | null;

  @ApiProperty({ enum: MATCH_STATUSES })
  status!: string;

  @ApiProperty({ type: [OurMovementResponse] })
  ours!: readonly OurMovementResponse[];
  @ApiProperty({ type: [TheirLineResponse] })
  theirs!: readonly TheirLineResponse[];

  /** Of a line set aside. */
  unreadable!: UnreadableResponse | null;
}

export class LinesResponse {
  items!: LineResponse[];

  /** Send as `cursor` for more. */
  nextCursor!: string | null;

  @ApiProperty(POSITION)
  position!: string;
}
