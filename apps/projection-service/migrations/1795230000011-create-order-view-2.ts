import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, deleteSetAside, dropView } from '#projections';
import { ORDER_VIEW_TABLES } from './1795230000000-create-order-view.js';

const SCHEMA = 'order_view_2';
const BEFORE = 'order_view_1';

export const ORDER_VIEW_2_TABLES = `
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
    payment      jsonb          NOT NULL
  );
  CREATE INDEX order_payment_opened   ON order_payment (opened, payment_id);
  CREATE INDEX order_payment_client   ON order_payment (client, opened);
  CREATE INDEX order_payment_status   ON order_payment (status, opened);
  CREATE INDEX order_payment_customer ON order_payment (customer_id, opened);
  CREATE INDEX order_payment_order    ON order_payment (order_id);

  CREATE TABLE order_contradiction (
    payment_id       text           NOT NULL,
    contradiction_id text           NOT NULL,
    rule             text           NOT NULL,
    explanation      text           NOT NULL,
    reference        text,
    found_at         timestamptz(3) NOT NULL,
    settled_at       timestamptz(3),
    settled_by       text,
    opened           bigint         NOT NULL,
    PRIMARY KEY (payment_id, contradiction_id)
  );
  CREATE INDEX order_contradiction_open ON order_contradiction (opened) WHERE settled_at IS NULL
`;

/**
 * Order view, version 2: amounts are what is known so far, and what contradicts itself is a row of
 * its own. No constraint asks for facts that are still on their way.
 */
export class CreateOrderView21795230000011 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, BEFORE);
    await deleteSetAside(queryRunner, BEFORE);
    await createView(queryRunner, SCHEMA, ORDER_VIEW_2_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await deleteSetAside(queryRunner, SCHEMA);
    await createView(queryRunner, BEFORE, ORDER_VIEW_TABLES);
  }
}
