import { ApiProperty } from '@nestjs/swagger';
import { MoneyResponse } from '#payment-api';
import { PAYOUT_STATUSES, PROVIDERS } from '#provider-port';
import { ListResponse } from '../lists/list.response.js';
import { FindingResponse, SuggestionResponse } from '../reconciliation/exceptions.response.js';
import { TheirLineResponse } from '../reconciliation/reconciliation.response.js';
import { BANK_STATUSES } from './payouts.request.js';

/** Money that a provider sent to our bank. */
export class PayoutResponse {
  /** Its exception has the same id. */
  @ApiProperty({ example: 'stripe-payout-po_1Qx7' })
  payoutId!: string;

  @ApiProperty({ enum: PROVIDERS })
  provider!: string;

  /** The provider's id. */
  reference!: string;

  amount!: MoneyResponse;

  /** By the provider. */
  @ApiProperty({ enum: PAYOUT_STATUSES })
  status!: string;

  /** When the bank should have it; null where the provider does not say. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  arrivesAt!: string | null;

  /** When we first heard of it by the provider's clock. */
  @ApiProperty({ format: 'date-time' })
  madeAt!: string;

  /** By the lines of our bank; `expected` until `dueAt`. */
  @ApiProperty({ enum: BANK_STATUSES })
  bankStatus!: string;

  @ApiProperty({ format: 'date-time' })
  dueAt!: string;
}

export class PayoutsResponse extends ListResponse {
  @ApiProperty({ type: [PayoutResponse] })
  items!: PayoutResponse[];
}

/** A line of our bank that shares a reference with a payout. */
export class PayoutBankLineResponse {
  /** The exception of the line, where it is one, has this id. */
  @ApiProperty({ example: 'bank-line-1f0c6a2b3d4e5f60.9b1c' })
  bankLineId!: string;

  /** Money to us is positive. */
  amount!: MoneyResponse;

  @ApiProperty({ format: 'date' })
  bookedOn!: string;

  bankReference!: string | null;
}

/** Whether the provider's own lines of a payout come to its amount. */
export class SumCheckResponse {
  /** `unknown`: the provider has listed no line of it yet. */
  @ApiProperty({ enum: ['holds', 'differs', 'unknown'] })
  state!: string;

  /** What its lines come to beyond its amount, by currency. */
  @ApiProperty({ type: [MoneyResponse] })
  residual!: MoneyResponse[];
}

export class OnePayoutResponse extends PayoutResponse {
  /** What the provider's books say that the payout took off its balance. */
  @ApiProperty({ type: [TheirLineResponse] })
  lines!: readonly TheirLineResponse[];

  sumCheck!: SumCheckResponse;

  @ApiProperty({ type: [PayoutBankLineResponse] })
  bankLines!: PayoutBankLineResponse[];

  /** Other payouts that the same lines of the bank name. */
  together!: string[];

  /** What the rules say of all of them, with the certificate of their match. */
  @ApiProperty({ type: [FindingResponse] })
  findings!: FindingResponse[];

  /** Lines of the bank with its amount, near in time; nothing follows from them by itself. */
  @ApiProperty({ type: [SuggestionResponse] })
  suggestions!: SuggestionResponse[];

  @ApiProperty({ description: 'How far the view is.', example: '1042/1042' })
  position!: string;
}
