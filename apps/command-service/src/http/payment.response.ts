import { ApiProperty } from '@nestjs/swagger';
import { formatPosition } from '#event-store';
import type { MoneyJson } from '#money';
import {
  capturedOf,
  DECIDED_BY,
  declineOfPayment,
  evolve,
  initiatedOf,
  NO_PAYMENT,
  openContradictions,
  openPromises,
  OPERATION_IDS,
  PAYMENT_STATUSES,
  refundedOf,
  statusOf,
  verdictGroundsOf,
  type Payment,
  type PaymentStatus,
} from '#payments';
import { PROVIDERS } from '#provider-port';
import type { LoadedPayment } from '../payment/payment-streams.js';
import type { DeclineResponse } from './decline.response.js';

export class MoneyResponse {
  /** Minor units, as digits. */
  @ApiProperty({ example: '1050' })
  amount!: string;

  /** ISO 4217. */
  @ApiProperty({ example: 'EUR' })
  currency!: string;
}

export class AssessmentResponse {
  @ApiProperty({ enum: ['approve', 'review', 'decline'] })
  verdict!: string;

  /** 0 to 1; null when not scored. */
  score!: number | null;

  /** The part of the fraud policy that gave the verdict. */
  @ApiProperty({ enum: DECIDED_BY })
  decidedBy!: string;

  /** The rules that gave it. */
  @ApiProperty({ type: [String], example: ['block-ip'] })
  ruleIds!: string[];
}

export class LateRiskResponse extends AssessmentResponse {
  @ApiProperty({ format: 'date-time' })
  assessedAt!: string;
}

/** The assessment that decided whether the payment may go on. */
export class RiskResponse extends AssessmentResponse {
  /** Why it was not scored in time. */
  degraded!: string | null;

  /** The score that came after the decision; it may hold the payment, no more. */
  late!: LateRiskResponse | null;
}

export class PayerActionResponse {
  /** Send the payer here. */
  url!: string;
}

export class OperationResponse {
  @ApiProperty({ format: 'uuid' })
  operationId!: string;

  @ApiProperty({
    enum: ['authorise', 'increment', 'reauthorise', 'cancel', 'capture', 'void', 'refund'],
  })
  operation!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  since!: string | null;

  /** A person was asked to look. */
  escalated!: boolean;
}

export class ContradictionResponse {
  @ApiProperty({ format: 'uuid' })
  contradictionId!: string;

  @ApiProperty({
    enum: [
      'currency-differs',
      'amount-not-positive',
      'amount-differs',
      'given-back-exceeds-captured',
    ],
  })
  rule!: string;

  /** What the provider tells, and what is recorded. */
  explanation!: string;

  @ApiProperty({ format: 'date-time' })
  since!: string;
}

/** Where a payment stands, as of `position`. */
export class PaymentResponse {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  @ApiProperty({ enum: PAYMENT_STATUSES })
  status!: PaymentStatus;

  orderId!: string;

  /** Where the payment goes. */
  @ApiProperty({ enum: PROVIDERS })
  provider!: string;

  amount!: MoneyResponse;

  authorised!: MoneyResponse;

  captured!: MoneyResponse;

  refunded!: MoneyResponse;

  risk!: RiskResponse | null;

  /** Why it is declined or rejected; null when it is not. */
  decline!: DeclineResponse | null;

  action!: PayerActionResponse | null;

  /** The provider has not said what became of an operation. */
  outcomeUnknown!: boolean;

  /** Of its disputes, the one that matters most. */
  dispute!: 'none' | 'open' | 'won' | 'lost' | 'closed';

  /** Until when the money is held, or the payer may act. */
  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: string | null;

  /** Whose outcome nobody knows yet. */
  unknown!: OperationResponse[];

  /** What the provider tells and the record excludes; the payment is set aside. */
  contradictions!: ContradictionResponse[];

  /** Store position of this answer, commit/prepare. */
  @ApiProperty({ example: '42/42' })
  position!: string;
}

export function paymentResponse({ paymentId, payment, position }: LoadedPayment): PaymentResponse {
  const { orderId, provider, amount } = initiatedOf(payment);
  const { authorisation } = payment;
  return {
    paymentId,
    status: statusOf(payment),
    orderId,
    provider,
    amount: amount.toJSON(),
    authorised: authorisedAmount(payment),
    captured: capturedOf(payment, amount).toJSON(),
    refunded: refundedOf(payment, amount).toJSON(),
    risk: riskResponse(payment),
    decline: declineOfPayment(payment),
    action: authorisation?.actionUrl ? { url: authorisation.actionUrl } : null,
    outcomeUnknown: payment.unknown.size > 0,
    dispute: disputeOf(payment),
    expiresAt: authorisation?.deadline ?? authorisation?.expiresAt ?? null,
    unknown: openPromises(payment)
      .filter(({ operationId }) => payment.unknown.has(operationId))
      .map((promise) => ({ ...promise, escalated: payment.escalated.has(promise.operationId) })),
    contradictions: openContradictions(payment).map(
      ([contradictionId, { rule, explanation, foundAt: since }]) => {
        return { contradictionId, rule, explanation, since };
      },
    ),
    position: formatPosition(position),
  };
}

function riskResponse({ risk, lateRisk }: Payment): RiskResponse | null {
  if (!risk) return null;
  const late = lateRisk && { ...assessmentOf(lateRisk), assessedAt: lateRisk.assessedAt };
  return { ...assessmentOf(risk), degraded: risk.degraded, late };
}

function assessmentOf(assessed: NonNullable<Payment['risk']>) {
  const { verdict, score } = assessed;
  const { decidedBy, rules } = verdictGroundsOf(assessed);
  return { verdict, score, decidedBy, ruleIds: rules.map(({ ruleId }) => ruleId) };
}

const DISPUTES = ['open', 'lost', 'won', 'closed'] as const;

function disputeOf({ disputes }: Payment): PaymentResponse['dispute'] {
  const found = new Set([...disputes.values()].map(({ status }) => status));
  return DISPUTES.find((status) => found.has(status)) ?? 'none';
}

function authorisedAmount(payment: Payment): MoneyJson {
  const { amount } = initiatedOf(payment);
  const { authorisation } = payment;
  return authorisation?.status === 'authorised'
    ? authorisation.amount.toJSON()
    : { amount: '0', currency: amount.currency };
}

/**
 * The payment as it stood when a command was done: up to the last event that it, or the outcome of
 * an operation it began, recorded. A repeated command is answered from it.
 */
export function asOfCommand(loaded: LoadedPayment, commandId: string): LoadedPayment {
  const begun = new Set<string>();
  let last = -1;
  for (const [index, { event, metadata }] of loaded.history.entries()) {
    const ids = operationIdsOf(event.data);
    const mine = metadata['commandId'] === commandId;
    if (mine) for (const id of ids) begun.add(id);
    if (mine || ids.some((id) => begun.has(id))) last = index;
  }
  const history = loaded.history.slice(0, last + 1);
  const payment = history.reduce((state, { event }) => evolve(state, event), NO_PAYMENT);
  return { ...loaded, payment, history, position: history.at(-1)?.position ?? loaded.position };
}

const IDS = Object.values(OPERATION_IDS);

/** The operations an event is about; a refund names its capture too, which is not its own. */
function operationIdsOf(data: object): string[] {
  const ids = data as Readonly<Record<string, unknown>>;
  const names = 'refundId' in ids ? (['refundId'] as const) : IDS;
  return names.map((name) => ids[name]).filter((id) => typeof id === 'string');
}
