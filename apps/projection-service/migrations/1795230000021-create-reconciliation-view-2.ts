import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from '#projections';
import { RECONCILIATION_VIEW_TABLES } from './1795230000002-create-reconciliation-view.js';

const SCHEMA = 'reconciliation_view_2';
const BEFORE = 'reconciliation_view_1';

export const RECONCILIATION_VIEW_2_TABLES = `
  CREATE TABLE reconciliation_match (
    reference    text           NOT NULL,
    kind         text           NOT NULL,
    provider     text           NOT NULL,
    payment_id   text,
    status       text           NOT NULL,
    overdue      text           NOT NULL,
    ours         jsonb          NOT NULL,
    theirs       jsonb          NOT NULL,
    unreadable   jsonb,
    moved_at     timestamptz(3) NOT NULL,
    opened       bigint         NOT NULL,
    PRIMARY KEY (reference, kind, provider)
  );
  CREATE INDEX reconciliation_match_opened   ON reconciliation_match (opened, reference);
  CREATE INDEX reconciliation_match_payment  ON reconciliation_match (payment_id);
  CREATE INDEX reconciliation_match_overdue  ON reconciliation_match (overdue, opened);
  CREATE INDEX reconciliation_match_expected ON reconciliation_match (opened)
    WHERE status = 'expected';

  CREATE TABLE reconciliation_total (
    provider        text        NOT NULL,
    currency        char(3)     NOT NULL,
    our_gross       numeric(30) NOT NULL,
    our_fees        numeric(30) NOT NULL,
    their_gross     numeric(30) NOT NULL,
    their_fees      numeric(30) NOT NULL,
    their_paid_out  numeric(30) NOT NULL,
    their_exchanged numeric(30) NOT NULL,
    their_reserved  numeric(30) NOT NULL,
    PRIMARY KEY (provider, currency)
  );

  CREATE TABLE reconciliation_payment (
    payment_id       text  PRIMARY KEY,
    provider         text  NOT NULL,
    known_references jsonb NOT NULL
  )
`;

/** Reconciliation, version 2: fees and currencies of both sides, and lines that were set aside. */
export class CreateReconciliationView21795230000021 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, BEFORE);
    await createView(queryRunner, SCHEMA, RECONCILIATION_VIEW_2_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await createView(queryRunner, BEFORE, RECONCILIATION_VIEW_TABLES);
  }
}
