import { ApiProperty } from '@nestjs/swagger';
import type { Plain } from '#projections';
import { PROVIDERS } from '#provider-port';
import { MoneyResponse, RiskRuleResponse } from '#payment-api';
import { ListResponse } from '../lists/list.response.js';
import type { PaymentCase, RiskJson } from './payment-case.entity.js';

export class CaseReasonResponse {
  feature!: string;

  value!: number;

  /** Share of the score, in logits; positive means riskier. */
  weight!: number;
}

export class DecisionResponse {
  @ApiProperty({ enum: ['approved', 'rejected'] })
  outcome!: string;

  analyst!: string;

  note!: string;

  @ApiProperty({ format: 'date-time' })
  decidedAt!: string;

  /** The label it became. */
  @ApiProperty({ enum: ['fraud', 'legitimate'] })
  finding!: string;
}

export class CaseAssessment {
  /** 0 to 1; null when not scored. */
  score!: number | null;

  @ApiProperty({ enum: ['approve', 'review', 'decline'], type: String })
  verdict!: string | null;

  /** Why it was not scored in time. */
  degraded!: string | null;

  @ApiProperty({ type: [CaseReasonResponse] })
  reasons!: readonly CaseReasonResponse[];

  /** The rules that gave the verdict. */
  @ApiProperty({ type: [RiskRuleResponse] })
  rules!: readonly RiskRuleResponse[];

  modelVersion!: string | null;
}

/** A score that came when the payment was held already. */
export class LateAssessmentResponse extends CaseAssessment {
  @ApiProperty({ format: 'date-time' })
  assessedAt!: string;
}

/**
 * A payment under review, with what an analyst needs to decide: the assessment that held it, and
 * the score that came after it.
 */
export class CaseResponse extends CaseAssessment {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  /** ended: its payment ended before it was decided. */
  @ApiProperty({ enum: ['open', 'closed', 'ended'] })
  status!: string;

  @ApiProperty({ enum: ['score', 'rule', 'degraded'], type: String })
  reason!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  openedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  endedAt!: string | null;

  /** Whose payment it is. */
  client!: string;

  orderId!: string;

  merchantId!: string;

  customerId!: string;

  @ApiProperty({ enum: PROVIDERS })
  provider!: string;

  amount!: MoneyResponse;

  /** When the payer acted. */
  @ApiProperty({ format: 'date-time' })
  occurredAt!: string;

  late!: LateAssessmentResponse | null;

  decision!: DecisionResponse | null;
}

export class CasesResponse extends ListResponse {
  @ApiProperty({ type: [CaseResponse] })
  items!: Plain<CaseResponse>[];
}

/** One case, and how far the view is. */
export class OneCaseResponse extends CaseResponse {
  /** How far the view is. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}

export function caseResponse(row: Plain<PaymentCase>): Plain<CaseResponse> {
  const { paymentId, status, reason, client, orderId, merchantId, customerId } = row;
  return {
    paymentId,
    status,
    reason,
    openedAt: row.openedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    client,
    orderId,
    merchantId,
    customerId,
    provider: row.provider,
    amount: { amount: row.amount, currency: row.currency },
    occurredAt: row.occurredAt.toISOString(),
    ...(row.risk ? assessmentOf(row.risk) : NOT_ASSESSED),
    late: row.lateRisk && { ...assessmentOf(row.lateRisk), assessedAt: row.lateRisk.assessedAt },
    decision: row.decision && decisionResponse(row.decision),
  };
}

const NOT_ASSESSED: Plain<CaseAssessment> = {
  score: null,
  verdict: null,
  degraded: null,
  reasons: [],
  rules: [],
  modelVersion: null,
};

function assessmentOf(risk: RiskJson): Plain<CaseAssessment> {
  const { score, verdict, degraded, reasons, rules, modelVersion } = risk;
  return { score, verdict, degraded, reasons, rules, modelVersion };
}

function decisionResponse(decision: NonNullable<PaymentCase['decision']>): DecisionResponse {
  const { outcome, analyst, note, decidedAt, label } = decision;
  return { outcome, analyst, note, decidedAt, finding: label.finding };
}
