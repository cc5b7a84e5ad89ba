import { ApiProperty } from '@nestjs/swagger';
import {
  CONTRADICTION_RULES,
  PAYMENT_EVENT_TYPES,
  PAYMENT_STATUSES,
  type PaymentResource,
} from '#payments';
import { PROVIDERS } from '#provider-port';
import { DeclineResponse } from './decline.response.js';
import { MoneyResponse } from './money.response.js';
import {
  AuthorisationResponse,
  CaptureResponse,
  DisputeResponse,
  RefundResponse,
  ReversalResponse,
  UnknownOperationResponse,
} from './operations.response.js';
import { RiskResponse } from './risk.response.js';

/** How the payer pays, without the provider's token of it. */
export class MethodResponse {
  @ApiProperty({ enum: ['card', 'paypal'] })
  kind!: string;
}

export class PayerActionResponse {
  /** Send the payer here. */
  url!: string;
}

export class PaymentContradictionResponse {
  @ApiProperty({ format: 'uuid' })
  contradictionId!: string;

  @ApiProperty({ enum: CONTRADICTION_RULES })
  rule!: string;

  /** What the provider tells, and what is recorded. */
  explanation!: string;

  @ApiProperty({ format: 'date-time' })
  since!: string;
}

/** One event of a payment, in short. */
export class TimelineEntryResponse {
  /** The type of the event, as its history names it. */
  @ApiProperty({ enum: PAYMENT_EVENT_TYPES, enumName: 'PaymentEventType' })
  kind!: string;

  /** When it happened; by the provider's clock where it tells. */
  @ApiProperty({ format: 'date-time' })
  at!: string;

  /** What it was about; null for what is about no amount. */
  amount!: MoneyResponse | null;
}

type Fields = Readonly<Record<keyof PaymentResource, unknown>>;

/** A payment: the same in the answers of commands, of queries and in lists. */
export class PaymentResourceResponse implements Fields {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  /** Who initiated it. */
  client!: string;

  orderId!: string;

  merchantId!: string;

  customerId!: string;

  /** As its client sent it. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  metadata!: Readonly<Record<string, string>>;

  @ApiProperty({ enum: PAYMENT_STATUSES })
  status!: PaymentResource['status'];

  /** ended: it was held, and ended before it was decided. */
  @ApiProperty({ enum: ['none', 'held', 'approved', 'rejected', 'ended'] })
  review!: PaymentResource['review'];

  /** Where the payment goes. */
  @ApiProperty({ enum: PROVIDERS })
  provider!: PaymentResource['provider'];

  method!: MethodResponse;

  amount!: MoneyResponse;

  /** What is held, or was held and captured. */
  authorised!: MoneyResponse;

  captured!: MoneyResponse;

  refunded!: MoneyResponse;

  /** Taken by disputes, or contested from the chargeback on. */
  disputed!: MoneyResponse;

  authorisation!: AuthorisationResponse | null;

  /** What the payer has to do now. */
  action!: PayerActionResponse | null;

  /** Until when the money is held, or the payer may act. */
  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: string | null;

  /** The provider has not said what became of an operation. */
  outcomeUnknown!: boolean;

  /** Those operations. */
  unknown!: UnknownOperationResponse[];

  /** What the provider tells and the record excludes; the payment is set aside. */
  contradictions!: PaymentContradictionResponse[];

  risk!: RiskResponse | null;

  /** Why it is declined or rejected; null when it is not. */
  decline!: DeclineResponse | null;

  captures!: CaptureResponse[];

  refunds!: RefundResponse[];

  reversals!: ReversalResponse[];

  /** Of its disputes, the one that matters most. */
  @ApiProperty({ enum: ['none', 'open', 'won', 'lost', 'closed'] })
  dispute!: PaymentResource['dispute'];

  disputes!: DisputeResponse[];

  /** Every event of it, in order. */
  @ApiProperty({ type: [TimelineEntryResponse] })
  timeline!: readonly TimelineEntryResponse[];

  /** When it was initiated. */
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  /** The latest time in its timeline; what a provider tells late may lie before it. */
  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;

  /** Index of its last event. */
  revision!: number;
}

/** Where a payment stands, as of `position`. */
export class PaymentResponse extends PaymentResourceResponse {
  /** Store position of this answer, commit/prepare. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}
