import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ContradictionRule } from '#payments';

/** Facts of a payment that cannot all be true. It is settled when the missing fact arrives. */
@Entity({ schema: 'order_view_4', name: 'order_contradiction' })
@Index('order_contradiction_open', ['opened'], { where: '(settled_at IS NULL)' })
export class OrderContradiction {
  @PrimaryColumn({ name: 'payment_id', type: 'text' })
  paymentId!: string;

  /** As it was recorded; the rule, for one that was found in the payment's own amounts. */
  @PrimaryColumn({ name: 'contradiction_id', type: 'text' })
  contradictionId!: string;

  @Column({ type: 'text' })
  rule!: ContradictionRule;

  @Column({ type: 'text' })
  explanation!: string;

  /** The provider's id of what the fact is about. */
  @Column({ type: 'text', nullable: true })
  reference!: string | null;

  @Column({ name: 'found_at', type: 'timestamptz', precision: 3 })
  foundAt!: Date;

  @Column({ name: 'settled_at', type: 'timestamptz', precision: 3, nullable: true })
  settledAt!: Date | null;

  @Column({ name: 'settled_by', type: 'text', nullable: true })
  settledBy!: 'fact' | 'person' | null;

  /** Store position (commit) of the event that it was found at; oldest first is a page's order. */
  @Column({ type: 'bigint' })
  opened!: string;
}
