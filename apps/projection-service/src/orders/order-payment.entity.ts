import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PaymentJson } from './payment-json.js';

/** What the shop sees of an order's money: one row per payment. Amounts are minor units. */
@Entity({ schema: 'order_view_3', name: 'order_payment' })
@Index('order_payment_opened', ['opened', 'paymentId'])
@Index('order_payment_client', ['client', 'opened'])
@Index('order_payment_status', ['status', 'opened'])
@Index('order_payment_customer', ['customerId', 'opened'])
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

  @Column({ name: 'initiated_at', type: 'timestamptz', precision: 3 })
  initiatedAt!: Date;

  /** When the last event was recorded. */
  @Column({ name: 'changed_at', type: 'timestamptz', precision: 3 })
  changedAt!: Date;

  /** Store position (commit) of the initiation; newest first is a page's order. */
  @Column({ type: 'bigint' })
  opened!: string;

  /** Index of the last event in its stream. */
  @Column({ type: 'bigint' })
  revision!: string;

  /** The whole fold, to fold the next event into and to show in full. */
  @Column({ type: 'jsonb' })
  payment!: PaymentJson;
}
