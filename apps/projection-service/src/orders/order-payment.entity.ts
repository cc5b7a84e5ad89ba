import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TimelineEntry } from '#payments';
import type { PaymentJson } from './payment-json.js';

/** What the shop sees of an order's money: one row per payment. Amounts are minor units. */
@Entity({ schema: 'order_view_4', name: 'order_payment' })
@Index('order_payment_created', ['createdAt', 'paymentId'])
@Index('order_payment_client', ['client', 'createdAt', 'paymentId'])
@Index('order_payment_status', ['status', 'createdAt', 'paymentId'])
@Index('order_payment_customer', ['customerId', 'createdAt', 'paymentId'])
@Index('order_payment_merchant', ['merchantId', 'createdAt', 'paymentId'])
@Index('order_payment_provider', ['provider', 'createdAt', 'paymentId'])
@Index('order_payment_amount', ['currency', 'amount', 'paymentId'])
export class OrderPayment {
  @PrimaryColumn({ name: 'payment_id', type: 'text' })
  paymentId!: string;

  /** Who initiated it; others of the role `service` do not see it. */
  @Column({ type: 'text' })
  client!: string;

  @Index('order_payment_order')
  @Column({ name: 'order_id', type: 'text' })
  orderId!: string;

  @Column({ name: 'merchant_id', type: 'text' })
  merchantId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column({ type: 'text' })
  provider!: string;

  /** The ids of all that any provider ever had of it. */
  @Index('order_payment_references', { type: 'gin' })
  @Column({ name: 'provider_references', type: 'text', array: true })
  providerReferences!: readonly string[];

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'char', length: 3 })
  currency!: string;

  @Column({ type: 'numeric', precision: 20, scale: 0 })
  amount!: string;

  @Column({ type: 'numeric', precision: 20, scale: 0 })
  captured!: string;

  @Column({ type: 'numeric', precision: 20, scale: 0 })
  refunded!: string;

  /** Taken by disputes, or contested from the chargeback on. */
  @Column({ type: 'numeric', precision: 20, scale: 0 })
  disputed!: string;

  /** What the client said of it in its own words; null where that is nothing. */
  @Index('order_payment_metadata', { type: 'gin', where: '(metadata IS NOT NULL)' })
  @Column({ type: 'jsonb', nullable: true })
  metadata!: Readonly<Record<string, string>> | null;

  /** When it was initiated; what a list is ordered by. */
  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  /** The latest time that its events tell. */
  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3 })
  updatedAt!: Date;

  /** Store position (commit) of the initiation; the order of an order's payments. */
  @Column({ type: 'bigint' })
  opened!: string;

  /**
   * The whole fold, to fold the next event into and to show in full. As text: nothing is looked up
   * in it, and fields stay in their order.
   */
  @Column({ type: 'json' })
  payment!: PaymentJson;

  /** Every event of it, in short. */
  @Column({ type: 'json' })
  timeline!: readonly TimelineEntry[];
}
