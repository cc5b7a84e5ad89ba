import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Decision, Desk } from '#cases';
import type { LabelEvidence } from '#fraud';
import type { EventOf, RiskRule } from '#payments';

/** What an analyst needs to know of an assessment. */
export type RiskJson = Pick<
  EventOf<'RiskAssessed'>['data'],
  'stage' | 'score' | 'verdict' | 'reasons' | 'modelVersion' | 'degraded' | 'assessedAt'
> & {
  /** The rules that gave the verdict. */
  readonly rules: readonly RiskRule[];
};

/** A payment and, once it was held, its case. */
@Entity({ schema: 'case_view_5', name: 'payment_case' })
@Index('payment_case_place', ['opened', 'paymentId'], { where: "(status <> 'none'::text)" })
@Index('payment_case_status', ['status', 'opened', 'paymentId'], {
  where: "(status <> 'none'::text)",
})
@Index('payment_case_client', ['client', 'opened', 'paymentId'], {
  where: "(status <> 'none'::text)",
})
@Index('payment_case_merchant', ['merchantId', 'opened', 'paymentId'], {
  where: "(status <> 'none'::text)",
})
@Index('payment_case_customer', ['customerId', 'opened', 'paymentId'], {
  where: "(status <> 'none'::text)",
})
@Index('payment_case_analyst', ['analyst', 'opened', 'paymentId'], {
  where: "(status <> 'none'::text)",
})
@Index('payment_case_amount', ['currency', 'amount', 'paymentId'], {
  where: "(status <> 'none'::text)",
})
@Index('payment_case_rank', ['rank', 'opened', 'paymentId'], { where: "(status <> 'none'::text)" })
@Index('payment_case_risk', ['atRisk', 'opened', 'paymentId'], {
  where: "(status <> 'none'::text)",
})
@Index('payment_case_due', ['dueAt', 'paymentId'], { where: "(status <> 'none'::text)" })
@Index('payment_case_open', ['dueAt'], { where: "(status = 'open'::text)" })
@Index('payment_case_of_customer', ['customerId', 'paymentId'])
@Index('payment_case_of_card', ['card', 'paymentId'], { where: '(card IS NOT NULL)' })
@Index('payment_case_of_device', ['deviceId', 'paymentId'], { where: '(device_id IS NOT NULL)' })
@Index('payment_case_time', ['openedAt'], { where: "(status <> 'none'::text)" })
@Index('payment_case_order', ['orderId'], { where: "(status <> 'none'::text)" })
@Check('payment_case_opened', "(status = 'none') = (opened IS NULL)")
@Check('payment_case_closed', "(status = 'closed') = (decision IS NOT NULL)")
export class PaymentCase {
  @PrimaryColumn({ name: 'payment_id', type: 'text' })
  paymentId!: string;

  /** `none` for a payment that was never held; `ended` for one that ended undecided. */
  @Column({ type: 'text' })
  status!: 'none' | 'open' | 'closed' | 'ended';

  @Column({ type: 'text' })
  client!: string;

  @Column({ name: 'order_id', type: 'text' })
  orderId!: string;

  @Column({ name: 'merchant_id', type: 'text' })
  merchantId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column({ type: 'text' })
  provider!: string;

  @Column({ type: 'char', length: 3 })
  currency!: string;

  @Column({ type: 'numeric', precision: 20, scale: 0 })
  amount!: string;

  /** When the payer acted. */
  @Column({ name: 'occurred_at', type: 'timestamptz', precision: 3 })
  occurredAt!: Date;

  /** The assessment that held the payment; of one that was never held, the last. */
  @Column({ type: 'jsonb', nullable: true })
  risk!: RiskJson | null;

  /** The assessment that came after the hold. */
  @Column({ name: 'late_risk', type: 'jsonb', nullable: true })
  lateRisk!: RiskJson | null;

  @Column({ type: 'text', nullable: true })
  reason!: 'score' | 'rule' | 'degraded' | null;

  @Column({ name: 'opened_at', type: 'timestamptz', precision: 3, nullable: true })
  openedAt!: Date | null;

  /** When its payment ended undecided. */
  @Column({ name: 'ended_at', type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;

  /** Store position (commit) of the event that opened the case; oldest first is a page's order. */
  @Column({ type: 'bigint', nullable: true })
  opened!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  decision!: Decision | null;

  /** Of the assessment that held the payment; null when it was not scored. */
  @Column({ type: 'double precision', nullable: true })
  score!: number | null;

  /** The score in millionths, to order by; not scored is below all scores. */
  @Column({ type: 'integer' })
  rank!: number;

  /** The analyst of the decision. */
  @Column({ type: 'text', nullable: true })
  analyst!: string | null;

  /** By when it is to be decided. */
  @Column({ name: 'due_at', type: 'timestamptz', precision: 3, nullable: true })
  dueAt!: Date | null;

  /** The loss to be expected, in euro cents at fixed rates; without a score all of the amount. */
  @Column({ name: 'at_risk', type: 'bigint' })
  atRisk!: string;

  /** How it is worked on; null: no analyst did anything yet. */
  @Column({ type: 'jsonb', nullable: true })
  desk!: Desk | null;

  /** Who has an open case, or had it last: its lease may have expired. */
  @Column({ name: 'leased_by', type: 'text', nullable: true })
  leasedBy!: string | null;

  @Column({ name: 'leased_until', type: 'timestamptz', precision: 3, nullable: true })
  leasedUntil!: Date | null;

  @Column({ name: 'snoozed_until', type: 'timestamptz', precision: 3, nullable: true })
  snoozedUntil!: Date | null;

  @Column({ type: 'text', nullable: true })
  assignee!: string | null;

  @Column({ name: 'escalated_at', type: 'timestamptz', precision: 3, nullable: true })
  escalatedAt!: Date | null;

  /** Fingerprint of the card. */
  @Column({ type: 'text', nullable: true })
  card!: string | null;

  @Column({ name: 'device_id', type: 'text', nullable: true })
  deviceId!: string | null;

  /** What was said of whether it was fraud; null: nothing. */
  @Column({ type: 'jsonb', nullable: true })
  evidence!: LabelEvidence | null;

  /** Whether it was; null while it is not known. */
  @Column({ type: 'boolean', nullable: true })
  fraud!: boolean | null;
}
