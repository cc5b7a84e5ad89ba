import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from '#projections';
import { RECONCILIATION_VIEW_2_TABLES } from './1795230000021-create-reconciliation-view-2.js';

const SCHEMA = 'reconciliation_view_3';
const BEFORE = 'reconciliation_view_2';

export const RECONCILIATION_VIEW_3_TABLES = `
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
    fresh_exception text,
    exception       text,
    stake           numeric(30),
    currency        char(3),
    units           numeric(30)    NOT NULL,
    state           text           NOT NULL,
    assignee        text,
    work            jsonb,
    moved_at     timestamptz(3) NOT NULL,
    opened       bigint         NOT NULL,
    PRIMARY KEY (reference, kind, provider)
  );
  CREATE INDEX reconciliation_match_opened   ON reconciliation_match (opened, reference);
  CREATE INDEX reconciliation_match_payment  ON reconciliation_match (payment_id);
  CREATE INDEX reconciliation_match_overdue  ON reconciliation_match (overdue, opened);
  CREATE INDEX reconciliation_match_expected ON reconciliation_match (opened)
    WHERE status = 'expected';
  CREATE INDEX reconciliation_match_exception ON reconciliation_match (opened, reference)
    WHERE fresh_exception IS NOT NULL OR exception IS NOT NULL;
  CREATE INDEX reconciliation_match_stake ON reconciliation_match (stake, currency)
    WHERE exception IS NOT NULL;

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

/** Reconciliation, version 3: what is an exception, how much is at stake, and who works on it. */
export class CreateReconciliationView31795230000030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, BEFORE);
    await createView(queryRunner, SCHEMA, RECONCILIATION_VIEW_3_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await createView(queryRunner, BEFORE, RECONCILIATION_VIEW_2_TABLES);
  }
}
