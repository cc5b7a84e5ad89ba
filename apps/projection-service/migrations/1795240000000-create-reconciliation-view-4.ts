import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from '#projections';
import { RECONCILIATION_VIEW_3_TABLES } from './1795230000030-create-reconciliation-view-3.js';

const SCHEMA = 'reconciliation_view_4';
const BEFORE = 'reconciliation_view_3';

export const RECONCILIATION_VIEW_4_TABLES = `
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
    due_at       timestamptz(3) NOT NULL,
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
  );

  CREATE TABLE reconciliation_bank_group (
    group_id        text  PRIMARY KEY,
    payouts         jsonb NOT NULL,
    bank_lines      jsonb NOT NULL,
    bank_references jsonb NOT NULL
  );

  CREATE TABLE reconciliation_bank_reference (
    reference text    PRIMARY KEY,
    is_named  boolean NOT NULL,
    group_ids jsonb   NOT NULL
  );

  CREATE TABLE reconciliation_payout (
    payout_id         text           PRIMARY KEY,
    provider          text           NOT NULL,
    reference         text           NOT NULL,
    amount            numeric(30)    NOT NULL,
    currency          char(3)        NOT NULL,
    status            text           NOT NULL,
    arrives_at        timestamptz(3),
    made_at           timestamptz(3) NOT NULL,
    group_id          text           NOT NULL,
    fresh_bank_status text           NOT NULL,
    bank_status       text           NOT NULL,
    due_at            timestamptz(3) NOT NULL,
    opened            bigint         NOT NULL
  );
  CREATE INDEX reconciliation_payout_opened ON reconciliation_payout (opened, payout_id);
  CREATE INDEX reconciliation_payout_group  ON reconciliation_payout (group_id);

  CREATE TABLE reconciliation_bank_line (
    key            text        PRIMARY KEY,
    amount         numeric(30) NOT NULL,
    currency       char(3)     NOT NULL,
    booked_on      date        NOT NULL,
    bank_reference text,
    group_id       text        NOT NULL,
    bank_status    text        NOT NULL,
    opened         bigint      NOT NULL
  );
  CREATE INDEX reconciliation_bank_line_opened ON reconciliation_bank_line (opened, key);
  CREATE INDEX reconciliation_bank_line_group  ON reconciliation_bank_line (group_id);

  CREATE TABLE reconciliation_day (
    provider text        NOT NULL,
    currency char(3)     NOT NULL,
    day      date        NOT NULL,
    kind     text        NOT NULL,
    amount   numeric(30) NOT NULL,
    fees     numeric(30) NOT NULL,
    lines    bigint      NOT NULL,
    PRIMARY KEY (provider, currency, day, kind)
  );

  CREATE TABLE reconciliation_reported (
    provider text           NOT NULL,
    currency char(3)        NOT NULL,
    as_of    timestamptz(3) NOT NULL,
    amount   numeric(30)    NOT NULL,
    PRIMARY KEY (provider, currency, as_of)
  )
`;

/** Reconciliation, version 4: payouts at the bank, and the providers' balances by day. */
export class CreateReconciliationView41795240000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, BEFORE);
    await createView(queryRunner, SCHEMA, RECONCILIATION_VIEW_4_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await createView(queryRunner, BEFORE, RECONCILIATION_VIEW_3_TABLES);
  }
}
