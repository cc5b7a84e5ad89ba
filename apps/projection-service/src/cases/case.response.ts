import { ApiProperty } from '@nestjs/swagger';
import { reasonMessageOf } from '#fraud';
import type { Plain } from '#projections';
import { PROVIDERS } from '#provider-port';
import { NO_DESK, type Decision } from '#cases';
import { REJECTION_REASONS } from '#payments';
import {
  caseDesk,
  CaseDeskResponse,
  CaseNoteResponse,
  MoneyResponse,
  RiskRuleResponse,
} from '#payment-api';
import { ListResponse } from '../lists/list.response.js';
import type { PaymentCase, RiskJson } from './payment-case.entity.js';

export class ReasonTextResponse {
  @ApiProperty({ example: '6.2 × own 30-day mean' })
  en!: string;

  @ApiProperty({ example: '6.2 × متوسطه خلال 30 يومًا' })
  ar!: string;
}

export class CaseReasonResponse {
  feature!: string;

  value!: number;

  /** Share of the score, in logits; positive means riskier. */
  weight!: number;

  /** In words; null for a feature of an old model. */
  text!: ReasonTextResponse | null;
}

export class DecisionResponse {
  @ApiProperty({ enum: ['approved', 'rejected'] })
  outcome!: string;

  analyst!: string;

  note!: string;

  @ApiProperty({ format: 'date-time' })
  decidedAt!: string;

  /** Why it was rejected; null where the analyst gave none. */
  @ApiProperty({ enum: REJECTION_REASONS, type: String })
  reason!: string | null;

  /** The label it became; null: none, as the analyst chose. */
  @ApiProperty({ enum: ['fraud', 'legitimate'], type: String })
  finding!: string | null;
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

  /** By when it is to be decided; after it the case is escalated, never approved by itself. */
  @ApiProperty({ type: String, format: 'date-time' })
  dueAt!: string | null;

  /** The loss to be expected in euro cents, at fixed rates: what cases are ordered by. */
  @ApiProperty({ example: '98300' })
  atRisk!: string;

  /** Who works on it. */
  desk!: CaseDeskResponse;

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

export class QueueResponse {
  @ApiProperty({ type: [CaseResponse] })
  items!: Plain<CaseResponse>[];

  /** How far the view is. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}

/** One case, and how far the view is. */
export class OneCaseResponse extends CaseResponse {
  /** The first one first. */
  @ApiProperty({ type: [CaseNoteResponse] })
  notes!: readonly CaseNoteResponse[];

  /** How far the view is. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}

/** @param now leases end and snoozes are over without an event. */
export function caseResponse(row: Plain<PaymentCase>, now: string): Plain<CaseResponse> {
  const { paymentId, status, reason, client, orderId, merchantId, customerId } = row;
  return {
    paymentId,
    status,
    reason,
    openedAt: row.openedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    atRisk: row.atRisk,
    desk: deskOf(row, now),
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
  const told = reasons.map((reason) => ({ ...reason, text: reasonMessageOf(reason) }));
  return { score, verdict, degraded, reasons: told, rules, modelVersion };
}

/** A decided case has no lease: it ended with the decision. */
function deskOf({ desk, status }: Plain<PaymentCase>, now: string): CaseDeskResponse {
  const known = desk ?? NO_DESK;
  return caseDesk(status === 'open' ? known : { ...known, lease: null, snooze: null }, now);
}

function decisionResponse(decision: Decision): DecisionResponse {
  const { outcome, analyst, note, reason = null, decidedAt, label } = decision;
  return { outcome, analyst, note, reason, decidedAt, finding: label?.finding ?? null };
}
