import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, deleteSetAside, dropView } from '#projections';
import { CASE_VIEW_2_TABLES } from './1795230000007-create-case-view-2.js';

const SCHEMA = 'case_view_3';
const BEFORE = 'case_view_2';

export const CASE_VIEW_3_TABLES = `
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
    late_risk   jsonb,
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

/** Case view, version 3: a score that came after the hold stands beside the one that led to it. */
export class CreateCaseView31795230000013 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, BEFORE);
    await deleteSetAside(queryRunner, BEFORE);
    await createView(queryRunner, SCHEMA, CASE_VIEW_3_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await deleteSetAside(queryRunner, SCHEMA);
    await createView(queryRunner, BEFORE, CASE_VIEW_2_TABLES);
  }
}
