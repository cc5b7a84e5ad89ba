import { ApiProperty } from '@nestjs/swagger';
import type { MoneyJson } from '#money';
import { PAYMENT_STATUSES, reviewOf, verdictGroundsOf, type EventOf } from '#payments';
import type { Plain } from '#projections';
import { PROVIDERS } from '#provider-port';
import { MoneyResponse } from '../money.response.js';
import { RiskRuleResponse } from '../risk-rule.response.js';
import type { OrderPayment } from './order-payment.entity.js';
import type { PaymentJson } from './payment-json.js';

/** A payment in a list. */
export class PaymentSummary {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  @ApiProperty({ description: 'Who initiated it.' })
  client!: string;

  @ApiProperty()
  orderId!: string;

  @ApiProperty()
  merchantId!: string;

  @ApiProperty()
  customerId!: string;

  @ApiProperty({ enum: PAYMENT_STATUSES })
  status!: string;

  @ApiProperty({ enum: PROVIDERS })
  provider!: string;

  @ApiProperty({ type: MoneyResponse })
  amount!: MoneyJson;

  @ApiProperty({ type: MoneyResponse })
  captured!: MoneyJson;

  @ApiProperty({ type: MoneyResponse })
  refunded!: MoneyJson;

  @ApiProperty({ type: Number, nullable: true, description: '0 to 1; null when not scored.' })
  score!: number | null;

  @ApiProperty({
    enum: ['approve', 'review', 'decline'],
    nullable: true,
    type: String,
    description: 'What was decided; null when nothing was yet.',
  })
  verdict!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Of the score after the decision.' })
  lateScore!: number | null;

  @ApiProperty({ format: 'date-time' })
  initiatedAt!: string;

  @ApiProperty({ format: 'date-time', description: 'When its last event was recorded.' })
  changedAt!: string;

  @ApiProperty({ description: 'Index of its last event.' })
  revision!: number;
}

export class PaymentsResponse {
  @ApiProperty({ type: [PaymentSummary] })
  items!: Plain<PaymentSummary>[];

  @ApiProperty({ type: String, nullable: true, description: 'Send as `cursor` for more.' })
  nextCursor!: string | null;

  @ApiProperty({ description: 'How far the view is.', example: '1042/1042' })
  position!: string;
}

export class OperationResponse {
  @ApiProperty()
  id!: string;

  @ApiProperty({ enum: ['requested', 'captured', 'refunded', 'failed'] })
  status!: string;

  @ApiProperty({ type: MoneyResponse })
  amount!: MoneyJson;

  @ApiProperty({ type: String, nullable: true, description: 'The id at the provider.' })
  reference!: string | null;
}

export class AuthorisationResponse {
  @ApiProperty()
  authorisationId!: string;

  @ApiProperty({
    enum: ['requested', 'payer-action-required', 'authorised', 'declined', 'voided', 'expired'],
  })
  status!: string;

  @ApiProperty({ type: MoneyResponse })
  amount!: MoneyJson;

  @ApiProperty({ type: String, nullable: true, description: 'The id at the provider.' })
  reference!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt!: string | null;
}

export class RiskReasonResponse {
  @ApiProperty()
  feature!: string;

  @ApiProperty()
  value!: number;

  @ApiProperty({ description: 'Share of the score, in logits; positive means riskier.' })
  weight!: number;
}

class AssessmentResponse {
  @ApiProperty({ type: Number, nullable: true })
  score!: number | null;

  @ApiProperty({ enum: ['approve', 'review', 'decline'] })
  verdict!: string;

  @ApiProperty({ type: [RiskReasonResponse] })
  reasons!: readonly RiskReasonResponse[];

  @ApiProperty({ type: String, nullable: true })
  modelVersion!: string | null;

  @ApiProperty({
    enum: ['rule', 'score', 'degraded', 'chance'],
    description: 'The part of the fraud policy that gave the verdict.',
  })
  decidedBy!: string;

  @ApiProperty({ type: [RiskRuleResponse], description: 'The rules that gave it.' })
  rules!: readonly RiskRuleResponse[];

  @ApiProperty({ format: 'date-time' })
  assessedAt!: string;
}

export class LateRiskResponse extends AssessmentResponse {}

/** The assessment that decided whether the payment may go on. */
export class RiskResponse extends AssessmentResponse {
  @ApiProperty({ type: String, nullable: true, description: 'Why it was not scored in time.' })
  degraded!: string | null;

  @ApiProperty({
    type: LateRiskResponse,
    nullable: true,
    description: 'The score that came after the decision; it may hold the payment, no more.',
  })
  late!: LateRiskResponse | null;
}

/** One payment in full. */
export class PaymentResponse extends PaymentSummary {
  @ApiProperty({
    enum: ['none', 'held', 'approved', 'rejected', 'ended'],
    description: 'ended: it was held, and ended before it was decided.',
  })
  review!: string;

  @ApiProperty({ type: RiskResponse, nullable: true })
  risk!: RiskResponse | null;

  @ApiProperty({ type: AuthorisationResponse, nullable: true })
  authorisation!: AuthorisationResponse | null;

  @ApiProperty({ type: [OperationResponse] })
  captures!: OperationResponse[];

  @ApiProperty({ type: [OperationResponse] })
  refunds!: OperationResponse[];

  @ApiProperty({ type: [String], description: 'Operations whose outcome nobody knows yet.' })
  unknown!: readonly string[];

  @ApiProperty({ description: 'How far the view is.', example: '1042/1042' })
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
    lateScore: lateRisk?.score ?? null,
    initiatedAt: row.initiatedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    revision: Number(row.revision),
  };
}

export function paymentResponse(row: Plain<OrderPayment>, position: string): PaymentResponse {
  const { authorisation, captures, refunds, unknown } = row.payment;
  return {
    ...summaryOf(row),
    review: reviewOf(row.payment),
    risk: riskResponse(row.payment),
    authorisation: authorisation && authorisationResponse(authorisation),
    captures: captures.map(operationResponse),
    refunds: refunds.map(operationResponse),
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
  return { score, verdict, reasons, modelVersion, assessedAt, ...verdictGroundsOf(assessed) };
}

function authorisationResponse(authorisation: AuthorisationResponse): AuthorisationResponse {
  const { authorisationId, status, amount, reference, expiresAt } = authorisation;
  return { authorisationId, status, amount, reference, expiresAt };
}

function operationResponse(
  operation: readonly [string, Omit<OperationResponse, 'id'>],
): OperationResponse {
  const [id, { status, amount, reference }] = operation;
  return { id, status, amount, reference };
}
