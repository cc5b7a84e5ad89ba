import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from '#projections';

const SCHEMA = 'reconciliation_view_1';

export const RECONCILIATION_VIEW_TABLES = `
  CREATE TABLE reconciliation_match (
    reference    text           NOT NULL,
    kind         text           NOT NULL,
    provider     text           NOT NULL,
    payment_id   text,
    status       text           NOT NULL,
    overdue      text           NOT NULL,
    ours         jsonb          NOT NULL,
    theirs       jsonb          NOT NULL,
    moved_at     timestamptz(3) NOT NULL,
    opened       bigint         NOT NULL,
    PRIMARY KEY (reference, kind, provider)
  );
  CREATE INDEX reconciliation_match_opened ON reconciliation_match (opened, reference);
  CREATE INDEX reconciliation_match_overdue  ON reconciliation_match (overdue, opened);
  CREATE INDEX reconciliation_match_expected ON reconciliation_match (opened)
    WHERE status = 'expected';

  CREATE TABLE reconciliation_total (
    provider       text        NOT NULL,
    currency       char(3)     NOT NULL,
    our_gross      numeric(30) NOT NULL,
    our_fees       numeric(30) NOT NULL,
    their_gross    numeric(30) NOT NULL,
    their_fees     numeric(30) NOT NULL,
    their_paid_out numeric(30) NOT NULL,
    PRIMARY KEY (provider, currency)
  );

  CREATE TABLE reconciliation_payment (
    payment_id text PRIMARY KEY,
    provider   text NOT NULL
  )
`;

/** Reconciliation, version 1: our movements against the provider's lines, and the totals. */
export class CreateReconciliationView1795230000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createView(queryRunner, SCHEMA, RECONCILIATION_VIEW_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
  }
}
