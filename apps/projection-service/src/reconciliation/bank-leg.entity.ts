import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MoneyJson } from '#money';
import type { PayoutStatus } from '#payments';
import type { Certificate, FindingStatus } from '#reconciliation';
import { RECONCILIATION_SCHEMA as schema } from './reconciliation.entity.js';

/** A payout as its group keeps it. */
export type PayoutJson = {
  readonly provider: string;
  readonly reference: string;
  readonly amount: MoneyJson;
  readonly status: PayoutStatus;
  readonly arrivesAt: string | null;
  readonly at: string;
  /** Whether events of its own tell of it, or the provider's lines alone. */
  readonly told: 'events' | 'lines';
  /** Store position (commit) of its first event. */
  readonly opened: string;
};

/** A line of the bank as its group keeps it; what it says of people is not in it. */
export type BankLineJson = {
  /** Hash of the account, and the line's id there. */
  readonly key: string;
  readonly references: readonly string[];
  readonly amount: MoneyJson;
  readonly bookedOn: string;
  readonly bankReference: string | null;
  readonly opened: string;
};

export type CertificateJson = Omit<Certificate, 'residual' | 'feeResidual'> & {
  readonly residual: readonly MoneyJson[];
  readonly feeResidual: readonly MoneyJson[];
};

/** Payouts and lines of the bank that share a reference, through others too. */
@Entity({ schema, name: 'reconciliation_bank_group' })
export class BankGroup {
  /** The lowest of the ids of its members. */
  @PrimaryColumn({ name: 'group_id', type: 'text' })
  groupId!: string;

  @Column({ type: 'jsonb' })
  payouts!: readonly PayoutJson[];

  @Column({ name: 'bank_lines', type: 'jsonb' })
  bankLines!: readonly BankLineJson[];

  /** Of all members. */
  @Column({ name: 'bank_references', type: 'jsonb' })
  references!: readonly string[];
}

/** Where what a bank may write leads to. */
@Entity({ schema, name: 'reconciliation_bank_reference' })
export class BankReference {
  @PrimaryColumn({ type: 'text' })
  reference!: string;

  /** Whether a payout is named so; only then it joins. */
  @Column({ name: 'is_named', type: 'boolean' })
  isNamed!: boolean;

  @Column({ name: 'group_ids', type: 'jsonb' })
  groupIds!: readonly string[];
}

/** A payout, and what its bank says of it once all should be there. */
@Entity({ schema, name: 'reconciliation_payout' })
@Index('reconciliation_payout_opened', ['opened', 'payoutId'])
export class ReconciliationPayout {
  /** As exceptions are named: `stripe-payout-po_1`. */
  @PrimaryColumn({ name: 'payout_id', type: 'text' })
  payoutId!: string;

  @Column({ type: 'text' })
  provider!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'numeric', precision: 30, scale: 0 })
  amount!: string;

  @Column({ type: 'char', length: 3 })
  currency!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'arrives_at', type: 'timestamptz', precision: 3, nullable: true })
  arrivesAt!: Date | null;

  @Column({ name: 'made_at', type: 'timestamptz', precision: 3 })
  madeAt!: Date;

  @Index('reconciliation_payout_group')
  @Column({ name: 'group_id', type: 'text' })
  groupId!: string;

  /** Before `dueAt`, and from then on. */
  @Column({ name: 'fresh_bank_status', type: 'text' })
  freshBankStatus!: FindingStatus;

  @Column({ name: 'bank_status', type: 'text' })
  bankStatus!: FindingStatus;

  @Column({ name: 'due_at', type: 'timestamptz', precision: 3 })
  dueAt!: Date;

  @Column({ type: 'bigint' })
  opened!: string;
}

/** A line of our bank, and what it is to the payouts. */
@Entity({ schema, name: 'reconciliation_bank_line' })
@Index('reconciliation_bank_line_opened', ['opened', 'key'])
export class ReconciliationBankLine {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'numeric', precision: 30, scale: 0 })
  amount!: string;

  @Column({ type: 'char', length: 3 })
  currency!: string;

  @Column({ name: 'booked_on', type: 'date' })
  bookedOn!: string;

  @Column({ name: 'bank_reference', type: 'text', nullable: true })
  bankReference!: string | null;

  @Index('reconciliation_bank_line_group')
  @Column({ name: 'group_id', type: 'text' })
  groupId!: string;

  @Column({ name: 'bank_status', type: 'text' })
  bankStatus!: FindingStatus;

  @Column({ type: 'bigint' })
  opened!: string;
}

/** What the lines of a provider moved on one day (UTC), by what they are. */
@Entity({ schema, name: 'reconciliation_day' })
export class ReconciliationDay {
  @PrimaryColumn({ type: 'text' })
  provider!: string;

  @PrimaryColumn({ type: 'char', length: 3 })
  currency!: string;

  @PrimaryColumn({ type: 'date' })
  day!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @Column({ type: 'numeric', precision: 30, scale: 0 })
  amount!: string;

  @Column({ type: 'numeric', precision: 30, scale: 0 })
  fees!: string;

  @Column({ type: 'bigint' })
  lines!: string;
}

/** What a provider said that its balance was at some time. */
@Entity({ schema, name: 'reconciliation_reported' })
export class ReconciliationReported {
  @PrimaryColumn({ type: 'text' })
  provider!: string;

  @PrimaryColumn({ type: 'char', length: 3 })
  currency!: string;

  @PrimaryColumn({ name: 'as_of', type: 'timestamptz', precision: 3 })
  asOf!: Date;

  @Column({ type: 'numeric', precision: 30, scale: 0 })
  amount!: string;
}
