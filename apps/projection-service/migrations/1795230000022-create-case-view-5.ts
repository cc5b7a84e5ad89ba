import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, deleteSetAside, dropView } from '#projections';
import { CASE_VIEW_4_TABLES } from './1795230000015-create-case-view-4.js';

const SCHEMA = 'case_view_5';
const BEFORE = 'case_view_4';

export const CASE_VIEW_5_TABLES = `
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
    due_at      timestamptz(3),
    at_risk     bigint         NOT NULL,
    desk        jsonb,
    leased_by   text,
    leased_until   timestamptz(3),
    snoozed_until  timestamptz(3),
    assignee    text,
    escalated_at   timestamptz(3),
    card        text,
    device_id   text,
    evidence    jsonb,
    fraud       boolean,
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
    WHERE status <> 'none';
  CREATE INDEX payment_case_risk     ON payment_case (at_risk, opened, payment_id)
    WHERE status <> 'none';
  CREATE INDEX payment_case_due      ON payment_case (due_at, payment_id) WHERE status <> 'none';
  CREATE INDEX payment_case_open     ON payment_case (due_at) WHERE status = 'open';
  CREATE INDEX payment_case_of_customer ON payment_case (customer_id, payment_id);
  CREATE INDEX payment_case_of_card  ON payment_case (card, payment_id) WHERE card IS NOT NULL;
  CREATE INDEX payment_case_of_device   ON payment_case (device_id, payment_id)
    WHERE device_id IS NOT NULL
`;

/** Case view, version 5: who works on a case, when it is due, and what it is linked by. */
export class CreateCaseView51795230000022 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, BEFORE);
    await deleteSetAside(queryRunner, BEFORE);
    await createView(queryRunner, SCHEMA, CASE_VIEW_5_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await deleteSetAside(queryRunner, SCHEMA);
    await createView(queryRunner, BEFORE, CASE_VIEW_4_TABLES);
  }
}
