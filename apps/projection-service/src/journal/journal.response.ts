import { ApiProperty } from '@nestjs/swagger';
import type { MoneyJson } from '#money';
import { MoneyResponse } from '../money.response.js';

const POSITION = { description: 'How far the view is.', example: '1042/1042' };

export class PostingResponse {
  @ApiProperty({ example: 'provider:stripe:pending' })
  account!: string;

  @ApiProperty({ type: MoneyResponse, description: 'Debits are positive, credits negative.' })
  amount!: MoneyJson;
}

/** The postings of one event; they add up to zero per currency. */
export class EntryResponse {
  @ApiProperty({ description: 'The id of the event.' })
  entryId!: string;

  @ApiProperty({ description: 'Where the event is in the store.', example: '1042/1042' })
  eventPosition!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null for what is of no payment.' })
  paymentId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null for what is no payout.' })
  payoutReference!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: "The line of the provider's books that it is booked from; null for our events.",
  })
  lineId!: string | null;

  @ApiProperty({ example: 'PaymentCaptured' })
  eventType!: string;

  @ApiProperty({ format: 'date-time', description: 'When it happened at the provider.' })
  effectiveAt!: string;

  @ApiProperty({ format: 'date-time', description: 'When we learnt of it.' })
  recordedAt!: string;

  @ApiProperty({ type: [PostingResponse] })
  postings!: PostingResponse[];
}

export class EntriesResponse {
  @ApiProperty({ type: [EntryResponse] })
  items!: EntryResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Send as `cursor` for more.' })
  nextCursor!: string | null;

  @ApiProperty(POSITION)
  position!: string;
}

export class AccountResponse {
  @ApiProperty({ example: 'merchant:m-1:payable' })
  account!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;

  @ApiProperty({ description: 'Minor units, as digits.' })
  debits!: string;

  @ApiProperty({ description: 'Minor units, as digits.' })
  credits!: string;

  @ApiProperty({ description: 'Debits less credits.' })
  balance!: string;
}

export class AccountsResponse {
  @ApiProperty({ type: [AccountResponse] })
  items!: AccountResponse[];

  @ApiProperty(POSITION)
  position!: string;
}

export class TrialBalanceLine {
  @ApiProperty({ example: 'EUR' })
  currency!: string;

  @ApiProperty({ enum: ['money', 'memorandum'], description: 'Money, or promises of money.' })
  book!: 'money' | 'memorandum';

  @ApiProperty({ description: 'Minor units, as digits.' })
  debits!: string;

  @ApiProperty({ description: 'Minor units, as digits.' })
  credits!: string;

  @ApiProperty({ description: 'Debits less credits: always zero.', example: '0' })
  difference!: string;
}

export class TrialBalanceResponse {
  @ApiProperty({ description: 'Whether every difference is zero.' })
  balanced!: boolean;

  @ApiProperty({ type: [TrialBalanceLine] })
  items!: TrialBalanceLine[];

  @ApiProperty(POSITION)
  position!: string;
}
