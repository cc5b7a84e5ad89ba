import { ApiProperty } from '@nestjs/swagger';
import { MoneyResponse } from '#payment-api';
import { INVARIANTS, type InvariantName } from './invariants.js';

const POSITION = { description: 'How far the view is.', example: '1042/1042' };

export class PostingResponse {
  @ApiProperty({ example: 'provider:stripe:pending' })
  account!: string;

  /** Debits are positive, credits negative. */
  amount!: MoneyResponse;
}

/** The postings of one event; they add up to zero per currency. */
export class EntryResponse {
  /** The id of the event. */
  entryId!: string;

  /** Where the event is in the store. */
  @ApiProperty({ example: '1042/1042' })
  eventPosition!: string;

  /** Null for what is of no payment. */
  paymentId!: string | null;

  /** Null for what is no payout. */
  payoutReference!: string | null;

  /** The line of the provider's books that it is booked from; null for our events. */
  lineId!: string | null;

  /** Of an adjustment that people made; null for all else. */
  adjustmentId!: string | null;

  @ApiProperty({ example: 'PaymentCaptured' })
  eventType!: string;

  /** When it happened at the provider. */
  @ApiProperty({ format: 'date-time' })
  effectiveAt!: string;

  /** When we learnt of it. */
  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  /** The closed month that it belongs to and came too late for; null for all else. */
  @ApiProperty({ type: String, nullable: true, example: null })
  lateFor!: string | null;

  postings!: PostingResponse[];
}

export class EntriesResponse {
  items!: EntryResponse[];

  /** Send as `cursor` for more. */
  nextCursor!: string | null;

  @ApiProperty(POSITION)
  position!: string;
}

export class AccountResponse {
  @ApiProperty({ example: 'merchant:m-1:payable' })
  account!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;

  /** Minor units, as digits. */
  debits!: string;

  /** Minor units, as digits. */
  credits!: string;

  /** Debits less credits. */
  balance!: string;
}

export class AccountsResponse {
  items!: AccountResponse[];

  @ApiProperty(POSITION)
  position!: string;
}

export class TrialBalanceLine {
  @ApiProperty({ example: 'EUR' })
  currency!: string;

  /** Money, or promises of money. */
  book!: 'money' | 'memorandum';

  /** Minor units, as digits. */
  debits!: string;

  /** Minor units, as digits. */
  credits!: string;

  /** Debits less credits: always zero. */
  @ApiProperty({ example: '0' })
  difference!: string;
}

export class TrialBalanceResponse {
  /** Whether every difference is zero. */
  balanced!: boolean;

  items!: TrialBalanceLine[];

  @ApiProperty(POSITION)
  position!: string;
}

/** What the events of one type did to an account. */
export class MovementResponse {
  @ApiProperty({ example: 'PaymentCaptured' })
  eventType!: string;

  postings!: number;

  /** Minor units, as digits. */
  debits!: string;

  /** Minor units, as digits. */
  credits!: string;

  /** Debits less credits. */
  change!: string;
}

export class StatementLine {
  /** The id of the event. */
  entryId!: string;

  /** Where the event is in the store. */
  @ApiProperty({ example: '1042/1042' })
  eventPosition!: string;

  @ApiProperty({ example: 'PaymentCaptured' })
  eventType!: string;

  /** Null for what is of no payment. */
  paymentId!: string | null;

  /** Null for what is no payout. */
  payoutReference!: string | null;

  /** The line of the provider's books that it is booked from; null for our events. */
  lineId!: string | null;

  /** Of an adjustment that people made; null for all else. */
  adjustmentId!: string | null;

  /** When it happened at the provider. */
  @ApiProperty({ format: 'date-time' })
  effectiveAt!: string;

  /** When we learnt of it. */
  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  /** Minor units, as digits; a credit is negative. */
  amount!: string;

  /** What the account stood at after it, in minor units. */
  balance!: string;
}

/** Why an account stands where it does. Debits are positive, credits negative. */
export class StatementResponse {
  @ApiProperty({ example: 'provider:stripe:pending' })
  account!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;

  /** What it stood at before `from`; zero without it, since every account begins at zero. */
  opening!: string;

  /** What changed it, by type of event; with `opening` they come to `closing`. */
  movements!: MovementResponse[];

  closing!: string;

  /**
   * What was learnt after `asOfRecorded` and belongs before `to`: a later statement of the same
   * time has these too. Null without `asOfRecorded`.
   */
  @ApiProperty({ type: [MovementResponse], nullable: true })
  learntLater!: MovementResponse[] | null;

  /** Every posting, the first to happen first. */
  items!: StatementLine[];

  /** Send as `cursor` for more. */
  nextCursor!: string | null;

  @ApiProperty(POSITION)
  position!: string;
}

/** What led to an event. */
export class WhyCauseResponse {
  /** The stream that the event is in. */
  @ApiProperty({ example: 'payment-6f1c…' })
  stream!: string;

  /** Whose command it was, or which process acted by itself. */
  client!: string | null;

  actor!: string | null;

  correlationId!: string | null;

  /** The id of the command or the webhook. */
  causationId!: string | null;
}

export class WhyLine extends StatementLine {
  /** Null for an event that the event store does not have at its place: see the audit. */
  @ApiProperty({ type: WhyCauseResponse, nullable: true })
  cause!: WhyCauseResponse | null;
}

/** Why an account stands at what it does. Debits are positive, credits negative. */
export class WhyResponse {
  @ApiProperty({ example: 'merchant:m-1:payable' })
  account!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;

  /** Minor units, as digits. */
  balance!: string;

  /** What it comes from, by type of event. */
  movements!: MovementResponse[];

  /** What was learnt after `asOfRecorded`; null without it. */
  @ApiProperty({ type: [MovementResponse], nullable: true })
  learntLater!: MovementResponse[] | null;

  /** Every posting with what led to it, the first to happen first. */
  items!: WhyLine[];

  /** Send as `cursor` for more. */
  nextCursor!: string | null;

  @ApiProperty(POSITION)
  position!: string;
}

/** One thing that always holds of a sound journal. */
export class InvariantResponse {
  @ApiProperty({ enum: INVARIANTS })
  invariant!: InvariantName;

  holds!: boolean;

  /** How many entries, currencies, days, accounts or payments were looked at. */
  checked!: number;

  /** How many of them break it. */
  violations!: number;
}

export class InvariantsResponse {
  holds!: boolean;

  /** Whether every row was looked at, and not a sample. */
  full!: boolean;

  @ApiProperty({ type: [InvariantResponse] })
  items!: InvariantResponse[];

  @ApiProperty({ format: 'date-time' })
  lookedAt!: string;

  @ApiProperty(POSITION)
  position!: string;
}
