import { ApiProperty } from '@nestjs/swagger';
import { OPERATION_IDS } from '#payments';
import { DISPUTE_STAGES } from '#provider-port';
import { DeclineResponse } from './decline.response.js';
import { MoneyResponse } from './money.response.js';

export class AuthorisationResponse {
  @ApiProperty({ format: 'uuid' })
  authorisationId!: string;

  @ApiProperty({
    enum: [
      'requested',
      'payer-action-required',
      'authorised',
      'declined',
      'voided',
      'expired',
      'cancelled',
    ],
  })
  status!: string;

  amount!: MoneyResponse;

  /** The id at the provider. */
  reference!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: string | null;
}

export class CaptureResponse {
  /** Name it to refund this capture. */
  @ApiProperty({ format: 'uuid' })
  captureId!: string;

  @ApiProperty({ enum: ['requested', 'captured', 'failed'] })
  status!: string;

  amount!: MoneyResponse;

  /** The rest of what was held is given up with it. */
  final!: boolean;

  /** The id at the provider. */
  reference!: string | null;

  /** What the provider charged, in its currency; null until known. */
  fee!: MoneyResponse | null;

  /** Null for a capture that the provider told of. */
  @ApiProperty({ type: String, format: 'date-time' })
  requestedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  capturedAt!: string | null;

  /** Why it failed; null when it did not. */
  decline!: DeclineResponse | null;
}

export class RefundResponse {
  @ApiProperty({ format: 'uuid' })
  refundId!: string;

  /** The capture whose money it gives back. */
  @ApiProperty({ type: String, format: 'uuid' })
  captureId!: string | null;

  /** failed: also when it came back after it had succeeded. */
  @ApiProperty({ enum: ['requested', 'refunded', 'failed'] })
  status!: string;

  amount!: MoneyResponse;

  /** The id at the provider. */
  reference!: string | null;

  /** Null for a refund that the provider told of. */
  @ApiProperty({ type: String, format: 'date-time' })
  requestedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  refundedAt!: string | null;

  /** Why it failed or came back; null when it did not. */
  decline!: DeclineResponse | null;
}

/** Captured money that the provider took back by itself, as for a bank return. */
export class ReversalResponse {
  /** The id at the provider. */
  reference!: string;

  captureId!: string;

  amount!: MoneyResponse;

  @ApiProperty({ format: 'date-time' })
  reversedAt!: string;
}

export class DisputeResponse {
  /** The id at the provider. */
  disputeId!: string;

  captureId!: string;

  @ApiProperty({ enum: ['open', 'won', 'lost', 'closed'] })
  status!: string;

  @ApiProperty({ enum: DISPUTE_STAGES })
  stage!: string;

  amount!: MoneyResponse;

  /** The provider's own word. */
  reason!: string;

  @ApiProperty({ format: 'date-time' })
  openedAt!: string;

  /** Until when it can be answered. */
  @ApiProperty({ type: String, format: 'date-time' })
  dueBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  closedAt!: string | null;
}

/** An operation whose outcome the provider has not told. */
export class UnknownOperationResponse {
  @ApiProperty({ format: 'uuid' })
  operationId!: string;

  @ApiProperty({ enum: Object.keys(OPERATION_IDS) })
  operation!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  since!: string | null;

  /** A person was asked to look. */
  escalated!: boolean;
}
