import type { AdjustmentStatus, StoredLine } from '#journal';
import type { MoneyJson } from '#money';
import type { MatchJson } from '#reconciliation';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const JOURNAL_SCHEMA = 'journal_view_6';
const schema = JOURNAL_SCHEMA;

/** One event's entry; its postings balance per currency. */
@Entity({ schema, name: 'journal_entry' })
@Index('journal_entry_position', ['commit', 'prepare'])
export class JournalEntryRow {
  /** The id of the event it is derived from. */
  @PrimaryColumn({ name: 'entry_id', type: 'uuid' })
  entryId!: string;

  @Column({ type: 'bigint' })
  commit!: string;

  @Column({ type: 'bigint' })
  prepare!: string;

  /** Null for what belongs to no payment. */
  @Index('journal_entry_payment')
  @Column({ name: 'payment_id', type: 'text', nullable: true })
  paymentId!: string | null;

  /** Null for what is no payout. */
  @Index('journal_entry_payout')
  @Column({ name: 'payout_reference', type: 'text', nullable: true })
  payoutReference!: string | null;

  /** Of the line in the provider's books; null for an event of ours. */
  @Index('journal_entry_line')
  @Column({ name: 'line_id', type: 'text', nullable: true })
  lineId!: string | null;

  /** Of an adjustment that people made; null for all else. */
  @Index('journal_entry_adjustment')
  @Column({ name: 'adjustment_id', type: 'text', nullable: true })
  adjustmentId!: string | null;

  @Column({ name: 'event_type', type: 'text' })
  eventType!: string;

  /** When it happened at the provider. */
  @Index('journal_entry_effective')
  @Column({ name: 'effective_at', type: 'timestamptz', precision: 3 })
  effectiveAt!: Date;

  /** When we learnt of it. */
  @Column({ name: 'recorded_at', type: 'timestamptz', precision: 3 })
  recordedAt!: Date;
}

/** Debits are positive, credits negative, in minor units. */
@Entity({ schema, name: 'journal_posting' })
@Index('journal_posting_effective', ['account', 'currency', 'effectiveAt', 'entryId', 'line'])
@Index('journal_posting_recorded', ['account', 'currency', 'recordedAt'])
@Check('journal_posting_amount', 'amount <> 0')
export class JournalPosting {
  @PrimaryColumn({ name: 'entry_id', type: 'uuid' })
  entryId!: string;

  @PrimaryColumn({ type: 'smallint' })
  line!: number;

  @Column({ type: 'text' })
  account!: string;

  @Column({ type: 'char', length: 3 })
  currency!: string;

  @Column({ type: 'numeric', precision: 20, scale: 0 })
  amount!: string;

  @Column({ name: 'effective_at', type: 'timestamptz', precision: 3 })
  effectiveAt!: Date;

  @Column({ name: 'recorded_at', type: 'timestamptz', precision: 3 })
  recordedAt!: Date;
}

/** What was ever debited and credited, both positive. */
@Entity({ schema, name: 'journal_account' })
export class JournalAccount {
  @PrimaryColumn({ type: 'text' })
  account!: string;

  @PrimaryColumn({ type: 'char', length: 3 })
  currency!: string;

  @Column({ type: 'numeric', precision: 30, scale: 0 })
  debits!: string;

  @Column({ type: 'numeric', precision: 30, scale: 0 })
  credits!: string;
}

/**
 * What the events of a type debited and credited of an account, both positive, by the days in UTC
 * that they happened and were learnt: a balance at any two times is the sum of these and of the
 * postings of two days.
 */
@Entity({ schema, name: 'journal_day' })
export class JournalDay {
  @PrimaryColumn({ type: 'text' })
  account!: string;

  @PrimaryColumn({ type: 'char', length: 3 })
  currency!: string;

  @PrimaryColumn({ name: 'effective_day', type: 'date' })
  effectiveDay!: string;

  @PrimaryColumn({ name: 'recorded_day', type: 'date' })
  recordedDay!: string;

  @PrimaryColumn({ name: 'event_type', type: 'text' })
  eventType!: string;

  @Column({ type: 'numeric', precision: 30, scale: 0 })
  debits!: string;

  @Column({ type: 'numeric', precision: 30, scale: 0 })
  credits!: string;

  @Column({ type: 'bigint' })
  postings!: string;
}

/** What the journal must know of a payment's past to book its next event. */
@Entity({ schema, name: 'journal_payment' })
export class JournalPayment {
  @PrimaryColumn({ name: 'payment_id', type: 'text' })
  paymentId!: string;

  @Column({ type: 'text' })
  provider!: string;

  @Column({ name: 'merchant_id', type: 'text' })
  merchantId!: string;

  @Column({ type: 'char', length: 3 })
  currency!: string;

  @Column({ type: 'numeric', precision: 20, scale: 0 })
  held!: string;

  /** See MovementContext in #reconciliation. */
  @Column({ name: 'known_references', type: 'jsonb' })
  references!: Readonly<Record<string, string>>;
}

/** One object of a provider by both books: what our events booked and what its lines say. */
@Entity({ schema, name: 'journal_match' })
export class JournalMatch {
  @PrimaryColumn({ type: 'text' })
  reference!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @PrimaryColumn({ type: 'text' })
  provider!: string;

  @Index('journal_match_payment')
  @Column({ name: 'payment_id', type: 'text', nullable: true })
  paymentId!: string | null;

  @Column({ type: 'jsonb' })
  ours!: MatchJson['ours'];

  @Column({ type: 'jsonb' })
  theirs!: MatchJson['theirs'];
}

/** Where the money of a payout is, to book its next event. */
@Entity({ schema, name: 'journal_payout' })
export class JournalPayout {
  /** Name of its stream: providers number their payouts each by itself. */
  @PrimaryColumn({ type: 'text' })
  payout!: string;

  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'jsonb', nullable: true })
  amount!: MoneyJson | null;
}

/** Who asked for an adjustment to be taken back, and who agreed; null while that waits. */
export type ReversalJson = {
  readonly effectiveAt: string;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly approvedBy: string | null;
  readonly bookedAt: string | null;
};

/** Who took a proposal back. */
export type WithdrawnJson = {
  readonly note: string;
  readonly withdrawnBy: string;
  readonly withdrawnAt: string;
};

/** What people put into the books beside what follows from events of payments. */
@Entity({ schema, name: 'journal_adjustment' })
@Index('journal_adjustment_opened', ['opened', 'adjustmentId'])
@Index('journal_adjustment_status', ['status', 'opened'])
export class JournalAdjustment {
  @PrimaryColumn({ name: 'adjustment_id', type: 'text' })
  adjustmentId!: string;

  /** Store position (commit) of its first event. */
  @Column({ type: 'bigint' })
  opened!: string;

  @Column({ type: 'text' })
  status!: AdjustmentStatus;

  @Column({ name: 'effective_at', type: 'timestamptz', precision: 3 })
  effectiveAt!: Date;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text', nullable: true })
  about!: string | null;

  @Column({ name: 'payment_id', type: 'text', nullable: true })
  paymentId!: string | null;

  @Column({ type: 'jsonb' })
  lines!: readonly StoredLine[];

  @Column({ name: 'proposed_by', type: 'text' })
  proposedBy!: string;

  @Column({ name: 'proposed_at', type: 'timestamptz', precision: 3 })
  proposedAt!: Date;

  /** Null where one person was enough, and while it waits. */
  @Column({ name: 'approved_by', type: 'text', nullable: true })
  approvedBy!: string | null;

  @Column({ name: 'booked_at', type: 'timestamptz', precision: 3, nullable: true })
  bookedAt!: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  reversal!: ReversalJson | null;

  /** The last proposal that was taken back. */
  @Column({ type: 'jsonb', nullable: true })
  withdrawn!: WithdrawnJson | null;
}
