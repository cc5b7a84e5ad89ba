import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, deleteSetAside, dropView } from '#projections';
import { ORDER_VIEW_3_TABLES } from './1795230000012-create-order-view-3.js';

const SCHEMA = 'order_view_4';
const BEFORE = 'order_view_3';

export const ORDER_VIEW_4_TABLES = `
  CREATE TABLE order_payment (
    payment_id          text           PRIMARY KEY,
    client              text           NOT NULL,
    order_id            text           NOT NULL,
    merchant_id         text           NOT NULL,
    customer_id         text           NOT NULL,
    provider            text           NOT NULL,
    provider_references text[]         NOT NULL,
    status              text           NOT NULL,
    currency            char(3)        NOT NULL,
    amount              numeric(20)    NOT NULL,
    captured            numeric(20)    NOT NULL,
    refunded            numeric(20)    NOT NULL,
    disputed            numeric(20)    NOT NULL,
    metadata            jsonb,
    created_at          timestamptz(3) NOT NULL,
    updated_at          timestamptz(3) NOT NULL,
    opened              bigint         NOT NULL,
    payment             json           NOT NULL,
    timeline            json           NOT NULL
  );
  CREATE INDEX order_payment_created    ON order_payment (created_at, payment_id);
  CREATE INDEX order_payment_client     ON order_payment (client, created_at, payment_id);
  CREATE INDEX order_payment_status     ON order_payment (status, created_at, payment_id);
  CREATE INDEX order_payment_customer   ON order_payment (customer_id, created_at, payment_id);
  CREATE INDEX order_payment_merchant   ON order_payment (merchant_id, created_at, payment_id);
  CREATE INDEX order_payment_provider   ON order_payment (provider, created_at, payment_id);
  CREATE INDEX order_payment_order      ON order_payment (order_id);
  CREATE INDEX order_payment_amount     ON order_payment (currency, amount, payment_id);
  CREATE INDEX order_payment_references ON order_payment USING gin (provider_references);
  CREATE INDEX order_payment_metadata   ON order_payment USING gin (metadata)
    WHERE metadata IS NOT NULL;

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

/** Order view, version 4: rows hold all of a payment's resource, and columns to search it by. */
export class CreateOrderView41795230000014 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, BEFORE);
    await deleteSetAside(queryRunner, BEFORE);
    await createView(queryRunner, SCHEMA, ORDER_VIEW_4_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await deleteSetAside(queryRunner, SCHEMA);
    await createView(queryRunner, BEFORE, ORDER_VIEW_3_TABLES);
  }
}
