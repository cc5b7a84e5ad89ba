import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from '#projections';

const SCHEMA = 'case_view_1';

export const CASE_VIEW_TABLES = `
  CREATE TABLE payment_case (
    payment_id  text           PRIMARY KEY,
    status      text           NOT NULL,
    client      text           NOT NULL,
    order_id    text           NOT NULL,
    merchant_id text           NOT NULL,
    customer_id text           NOT NULL,
    provider    text           NOT NULL,
    currency    char(3)        NOT NULL,
    amount      numeric(20)    NOT NULL,
    occurred_at timestamptz(3) NOT NULL,
    risk        jsonb,
    reason      text,
    opened_at   timestamptz(3),
    opened      bigint,
    decision    jsonb,
    CONSTRAINT payment_case_opened CHECK ((status = 'none') = (opened IS NULL)),
    CONSTRAINT payment_case_closed CHECK ((status = 'closed') = (decision IS NOT NULL))
  );
  CREATE INDEX payment_case_status ON payment_case (status, opened) WHERE status <> 'none'
`;

/** Cases, version 1. A payment that was never held has a row too, to become a case from. */
export class CreateCaseView1795230000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createView(queryRunner, SCHEMA, CASE_VIEW_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
  }
}
