import { ApiProperty } from '@nestjs/swagger';
import {
  DECIDED_BY,
  declineOfOperation,
  declineOfPayment,
  PAYMENT_STATUSES,
  reviewOf,
  verdictGroundsOf,
  type EventOf,
  type Payment,
} from '#payments';
import type { Plain } from '#projections';
import { PROVIDERS } from '#provider-port';
import { ListResponse } from '../lists/list.response.js';
import { MoneyResponse } from '../money.response.js';
import { RiskRuleResponse } from '../risk-rule.response.js';
import type { DeclineResponse } from './decline.response.js';
import type { OrderPayment } from './order-payment.entity.js';
import { fromJson, type PaymentJson } from './payment-json.js';

/** A payment in a list. */
export class PaymentSummary {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  /** Who initiated it. */
  client!: string;

  orderId!: string;

  merchantId!: string;

  customerId!: string;

  @ApiProperty({ enum: PAYMENT_STATUSES })
  status!: string;

  @ApiProperty({ enum: PROVIDERS })
  provider!: string;

  amount!: MoneyResponse;

  captured!: MoneyResponse;

  refunded!: MoneyResponse;

  /** 0 to 1; null when not scored. */
  score!: number | null;

  /** What was decided; null when nothing was yet. */
  @ApiProperty({ enum: ['approve', 'review', 'decline'], type: String })
  verdict!: string | null;

  /** The part of the fraud policy that gave the verdict; null when there is none yet. */
  @ApiProperty({ enum: DECIDED_BY, type: String })
  decidedBy!: string | null;

  /** Of the score after the decision. */
  lateScore!: number | null;

  @ApiProperty({ format: 'date-time' })
  initiatedAt!: string;

  /** The latest time that its events tell. */
  @ApiProperty({ format: 'date-time' })
  changedAt!: string;

  /** Index of its last event. */
  revision!: number;
}

export class PaymentsResponse extends ListResponse {
  @ApiProperty({ type: [PaymentSummary] })
  items!: Plain<PaymentSummary>[];
}

export class OperationResponse {
  id!: string;

  @ApiProperty({ enum: ['requested', 'captured', 'refunded', 'failed'] })
  status!: string;

  amount!: MoneyResponse;

  /** The id at the provider. */
  reference!: string | null;

  /** Why it failed; null when it did not. */
  decline!: DeclineResponse | null;
}

export class AuthorisationResponse {
  authorisationId!: string;

  @ApiProperty({
    enum: ['requested', 'payer-action-required', 'authorised', 'declined', 'voided', 'expired'],
  })
  status!: string;

  amount!: MoneyResponse;

  /** The id at the provider. */
  reference!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: string | null;
}

export class RiskReasonResponse {
  feature!: string;

  value!: number;

  /** Share of the score, in logits; positive means riskier. */
  weight!: number;
}

/** How the bound on reviews at new merchants stood. */
export class CapacityResponse {
  /** Of the payments of so new a merchant, the share that may be held. */
  share!: number;

  /** Reviews there was room for. */
  room!: number;

  /** What a review had to be worth. */
  priceEur!: number;

  /** What it was worth: the loss to be expected. */
  lossEur!: number;
}

export class AssessmentResponse {
  score!: number | null;

  @ApiProperty({ enum: ['approve', 'review', 'decline'] })
  verdict!: string;

  @ApiProperty({ type: [RiskReasonResponse] })
  reasons!: readonly RiskReasonResponse[];

  modelVersion!: string | null;

  /** The part of the fraud policy that gave the verdict. */
  @ApiProperty({ enum: DECIDED_BY })
  decidedBy!: string;

  /** The rules that gave it. */
  @ApiProperty({ type: [RiskRuleResponse] })
  rules!: readonly RiskRuleResponse[];

  /** Null where the score wanted no review, or nothing bounds them. */
  reviewCapacity!: CapacityResponse | null;

  @ApiProperty({ format: 'date-time' })
  assessedAt!: string;
}

export class LateRiskResponse extends AssessmentResponse {}

/** The assessment that decided whether the payment may go on. */
export class RiskResponse extends AssessmentResponse {
  /** Why it was not scored in time. */
  degraded!: string | null;

  /** The score that came after the decision; it may hold the payment, no more. */
  late!: LateRiskResponse | null;
}

/** One payment in full. */
export class PaymentResponse extends PaymentSummary {
  /** ended: it was held, and ended before it was decided. */
  @ApiProperty({ enum: ['none', 'held', 'approved', 'rejected', 'ended'] })
  review!: string;

  risk!: RiskResponse | null;

  /** Why it is declined or rejected; null when it is not. */
  decline!: DeclineResponse | null;

  authorisation!: AuthorisationResponse | null;

  captures!: OperationResponse[];

  refunds!: OperationResponse[];
  /** Operations whose outcome is not known yet. */
  @ApiProperty({ type: [String] })
  unknown!: readonly string[];

  /** How far the view is. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}

export function summaryOf(row: Plain<OrderPayment>): Plain<PaymentSummary> {
  const { paymentId, client, orderId, merchantId, customerId, status, provider, currency } = row;
  const { risk, lateRisk } = row.payment;
  return {
    paymentId,
    client,
    orderId,
    merchantId,
    customerId,
    status,
    provider,
    amount: { amount: row.amount, currency },
    captured: { amount: row.captured, currency },
    refunded: { amount: row.refunded, currency },
    score: risk?.score ?? null,
    verdict: risk?.verdict ?? null,
    decidedBy: risk && verdictGroundsOf(risk).decidedBy,
    lateScore: lateRisk?.score ?? null,
    initiatedAt: row.createdAt.toISOString(),
    changedAt: row.updatedAt.toISOString(),
    revision: row.timeline.length - 1,
  };
}

export function paymentResponse(row: Plain<OrderPayment>, position: string): PaymentResponse {
  const payment = fromJson(row.payment);
  const { authorisation, unknown } = row.payment;
  return {
    ...summaryOf(row),
    review: reviewOf(row.payment),
    risk: riskResponse(row.payment),
    decline: declineOfPayment(payment),
    authorisation: authorisation && authorisationResponse(authorisation),
    captures: operations('capture', payment),
    refunds: operations('refund', payment),
    unknown,
    position,
  };
}

function riskResponse({ risk, lateRisk }: PaymentJson): RiskResponse | null {
  if (!risk) return null;
  const late = lateRisk && assessmentOf(lateRisk);
  return { ...assessmentOf(risk), degraded: risk.degraded, late };
}

function assessmentOf(assessed: EventOf<'RiskAssessed'>['data']): Plain<AssessmentResponse> {
  const { score, verdict, reasons, modelVersion, assessedAt } = assessed;
  const reviewCapacity = capacityOf(assessed);
  const assessment = { score, verdict, reasons, modelVersion, assessedAt, reviewCapacity };
  return { ...assessment, ...verdictGroundsOf(assessed) };
}

function capacityOf({ judgement }: EventOf<'RiskAssessed'>['data']): CapacityResponse | null {
  const capacity = judgement?.capacity;
  if (!capacity || capacity.outcome === null) return null;
  const { share, room, priceEur, lossEur } = capacity;
  return { share, room, priceEur, lossEur };
}

function authorisationResponse(authorisation: AuthorisationResponse): AuthorisationResponse {
  const { authorisationId, status, amount, reference, expiresAt } = authorisation;
  return { authorisationId, status, amount, reference, expiresAt };
}

function operations(operation: 'capture' | 'refund', payment: Payment): OperationResponse[] {
  const known = operation === 'capture' ? payment.captures : payment.refunds;
  return [...known].map(([id, each]) => {
    const { status, amount, reference } = each;
    const decline = declineOfOperation(operation, each, payment);
    return { id, status, amount: amount.toJSON(), reference, decline };
  });
}
