import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MatchJson, MatchStatus } from '#reconciliation';

const schema = 'reconciliation_view_2';

/** A line that was set aside, as a row keeps it. */
export type UnreadableJson = { readonly reason: string; readonly raw: string };

/** One object of a provider: what we recorded of it and what the provider's books say. */
@Entity({ schema, name: 'reconciliation_match' })
@Index('reconciliation_match_opened', ['opened', 'reference'])
@Index('reconciliation_match_overdue', ['overdue', 'opened'])
@Index('reconciliation_match_expected', ['opened'], { where: "(status = 'expected'::text)" })
export class ReconciliationMatch {
  @PrimaryColumn({ type: 'text' })
  reference!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @PrimaryColumn({ type: 'text' })
  provider!: string;

  @Index('reconciliation_match_payment')
  @Column({ name: 'payment_id', type: 'text', nullable: true })
  paymentId!: string | null;

  /** What holds while the provider may still report our movements. */
  @Column({ type: 'text' })
  status!: MatchStatus;

  /** What holds once it should have. Queries choose, since rows must not depend on the clock. */
  @Column({ type: 'text' })
  overdue!: MatchStatus;

  @Column({ type: 'jsonb' })
  ours!: MatchJson['ours'];

  @Column({ type: 'jsonb' })
  theirs!: MatchJson['theirs'];

  /** Null for a line that could be read. */
  @Column({ type: 'jsonb', nullable: true })
  unreadable!: UnreadableJson | null;

  /** When we last moved money; when the provider did, for what we know nothing of. */
  @Column({ name: 'moved_at', type: 'timestamptz', precision: 3 })
  movedAt!: Date;

  /** Store position (commit) of the first event about it. */
  @Column({ type: 'bigint' })
  opened!: string;
}

/** Sums by both books, in minor units. */
@Entity({ schema, name: 'reconciliation_total' })
export class ReconciliationTotal {
  @PrimaryColumn({ type: 'text' })
  provider!: string;

  @PrimaryColumn({ type: 'char', length: 3 })
  currency!: string;

  @Column({ name: 'our_gross', type: 'numeric', precision: 30, scale: 0 })
  ourGross!: string;

  @Column({ name: 'our_fees', type: 'numeric', precision: 30, scale: 0 })
  ourFees!: string;

  @Column({ name: 'their_gross', type: 'numeric', precision: 30, scale: 0 })
  theirGross!: string;

  @Column({ name: 'their_fees', type: 'numeric', precision: 30, scale: 0 })
  theirFees!: string;

  @Column({ name: 'their_paid_out', type: 'numeric', precision: 30, scale: 0 })
  theirPaidOut!: string;

  @Column({ name: 'their_exchanged', type: 'numeric', precision: 30, scale: 0 })
  theirExchanged!: string;

  @Column({ name: 'their_reserved', type: 'numeric', precision: 30, scale: 0 })
  theirReserved!: string;
}

/** Which provider a payment's later events speak of. */
@Entity({ schema, name: 'reconciliation_payment' })
export class ReconciliationPayment {
  @PrimaryColumn({ name: 'payment_id', type: 'text' })
  paymentId!: string;

  @Column({ type: 'text' })
  provider!: string;

  /** See MovementContext in #reconciliation. */
  @Column({ name: 'known_references', type: 'jsonb' })
  references!: Readonly<Record<string, string>>;
}
