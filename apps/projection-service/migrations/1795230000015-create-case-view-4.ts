import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, deleteSetAside, dropView } from '#projections';
import { CASE_VIEW_3_TABLES } from './1795230000013-create-case-view-3.js';

const SCHEMA = 'case_view_4';
const BEFORE = 'case_view_3';

export const CASE_VIEW_4_TABLES = `
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
    score       double precision,
    rank        integer        NOT NULL,
    analyst     text,
    CONSTRAINT payment_case_opened CHECK ((status = 'none') = (opened IS NULL)),
    CONSTRAINT payment_case_closed CHECK ((status = 'closed') = (decision IS NOT NULL))
  );
  CREATE INDEX payment_case_place    ON payment_case (opened, payment_id) WHERE status <> 'none';
  CREATE INDEX payment_case_time     ON payment_case (opened_at) WHERE status <> 'none';
  CREATE INDEX payment_case_status   ON payment_case (status, opened, payment_id)
    WHERE status <> 'none';
  CREATE INDEX payment_case_client   ON payment_case (client, opened, payment_id)
    WHERE status <> 'none';
  CREATE INDEX payment_case_merchant ON payment_case (merchant_id, opened, payment_id)
    WHERE status <> 'none';
  CREATE INDEX payment_case_customer ON payment_case (customer_id, opened, payment_id)
    WHERE status <> 'none';
  CREATE INDEX payment_case_order    ON payment_case (order_id) WHERE status <> 'none';
  CREATE INDEX payment_case_analyst  ON payment_case (analyst, opened, payment_id)
    WHERE status <> 'none';
  CREATE INDEX payment_case_amount   ON payment_case (currency, amount, payment_id)
    WHERE status <> 'none';
  CREATE INDEX payment_case_rank     ON payment_case (rank, opened, payment_id)
    WHERE status <> 'none'
`;

/** Case view, version 4: columns to search by, among them the score and who decided. */
export class CreateCaseView41795230000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, BEFORE);
    await deleteSetAside(queryRunner, BEFORE);
    await createView(queryRunner, SCHEMA, CASE_VIEW_4_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await deleteSetAside(queryRunner, SCHEMA);
    await createView(queryRunner, BEFORE, CASE_VIEW_3_TABLES);
  }
}
