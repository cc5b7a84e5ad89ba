import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from '#projections';
import { CASE_VIEW_TABLES } from './1795230000003-create-case-view.js';

const SCHEMA = 'case_view_2';
const BEFORE = 'case_view_1';

export const CASE_VIEW_2_TABLES = `
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
    ended_at    timestamptz(3),
    opened      bigint,
    decision    jsonb,
    CONSTRAINT payment_case_opened CHECK ((status = 'none') = (opened IS NULL)),
    CONSTRAINT payment_case_closed CHECK ((status = 'closed') = (decision IS NOT NULL))
  );
  CREATE INDEX payment_case_status ON payment_case (status, opened) WHERE status <> 'none';
  CREATE INDEX payment_case_client ON payment_case (client, opened) WHERE status <> 'none'
`;

/** Cases, version 2: they end with their payments. */
export class CreateCaseView21795230000007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, BEFORE);
    await createView(queryRunner, SCHEMA, CASE_VIEW_2_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await createView(queryRunner, BEFORE, CASE_VIEW_TABLES);
  }
}
