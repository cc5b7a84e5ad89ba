import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_CHECKPOINT, createView, dropView } from '#projections';

const SCHEMA = 'order_view_1';

export const ORDER_VIEW_TABLES = `
  CREATE TABLE order_payment (
    payment_id   text           PRIMARY KEY,
    client       text           NOT NULL,
    order_id     text           NOT NULL,
    merchant_id  text           NOT NULL,
    customer_id  text           NOT NULL,
    provider     text           NOT NULL,
    status       text           NOT NULL,
    currency     char(3)        NOT NULL,
    amount       numeric(20)    NOT NULL,
    captured     numeric(20)    NOT NULL,
    refunded     numeric(20)    NOT NULL,
    initiated_at timestamptz(3) NOT NULL,
    changed_at   timestamptz(3) NOT NULL,
    opened       bigint         NOT NULL,
    revision     bigint         NOT NULL,
    payment      jsonb          NOT NULL,
    CONSTRAINT order_payment_money CHECK (0 <= refunded AND refunded <= captured)
  );
  CREATE INDEX order_payment_opened   ON order_payment (opened, payment_id);
  CREATE INDEX order_payment_client   ON order_payment (client, opened);
  CREATE INDEX order_payment_status   ON order_payment (status, opened);
  CREATE INDEX order_payment_customer ON order_payment (customer_id, opened);
  CREATE INDEX order_payment_order    ON order_payment (order_id)
`;

/**
 * Order view, version 1, and the checkpoints of this service.
 *
 * The view is derived data. To reshape it, add tables for order-view-2, replay into them, switch
 * reads over, and drop these in a later release. Never migrate its rows.
 */
export class CreateOrderView1795230000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CREATE_CHECKPOINT);
    await createView(queryRunner, SCHEMA, ORDER_VIEW_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await queryRunner.query('DROP TABLE public.checkpoint');
  }
}
