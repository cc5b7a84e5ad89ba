import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, deleteSetAside, dropView } from '#projections';
import { JOURNAL_VIEW_4_TABLES } from './1795230000024-create-journal-view-4.js';

const SCHEMA = 'journal_view_5';
const BEFORE = 'journal_view_4';

export const JOURNAL_VIEW_5_TABLES = `
  CREATE TABLE journal_entry (
    entry_id         uuid           PRIMARY KEY,
    commit           bigint         NOT NULL,
    prepare          bigint         NOT NULL,
    payment_id       text,
    payout_reference text,
    line_id          text,
    adjustment_id    text,
    event_type       text           NOT NULL,
    effective_at     timestamptz(3) NOT NULL,
    recorded_at      timestamptz(3) NOT NULL
  );
  CREATE INDEX journal_entry_position ON journal_entry (commit, prepare);
  CREATE INDEX journal_entry_payment  ON journal_entry (payment_id);
  CREATE INDEX journal_entry_payout   ON journal_entry (payout_reference);
  CREATE INDEX journal_entry_line     ON journal_entry (line_id);
  CREATE INDEX journal_entry_adjustment ON journal_entry (adjustment_id);
  CREATE INDEX journal_entry_effective ON journal_entry (effective_at);

  CREATE TABLE journal_posting (
    entry_id     uuid           NOT NULL,
    line         smallint       NOT NULL,
    account      text           NOT NULL,
    currency     char(3)        NOT NULL,
    amount       numeric(20)    NOT NULL,
    effective_at timestamptz(3) NOT NULL,
    recorded_at  timestamptz(3) NOT NULL,
    PRIMARY KEY (entry_id, line),
    CONSTRAINT journal_posting_amount CHECK (amount <> 0)
  );
  CREATE INDEX journal_posting_effective
    ON journal_posting (account, currency, effective_at, entry_id, line);
  CREATE INDEX journal_posting_recorded ON journal_posting (account, currency, recorded_at);

  CREATE TABLE journal_day (
    account       text        NOT NULL,
    currency      char(3)     NOT NULL,
    effective_day date        NOT NULL,
    recorded_day  date        NOT NULL,
    event_type    text        NOT NULL,
    debits        numeric(30) NOT NULL,
    credits       numeric(30) NOT NULL,
    postings      bigint      NOT NULL,
    PRIMARY KEY (account, currency, effective_day, recorded_day, event_type)
  );

  CREATE TABLE journal_account (
    account  text        NOT NULL,
    currency char(3)     NOT NULL,
    debits   numeric(30) NOT NULL,
    credits  numeric(30) NOT NULL,
    PRIMARY KEY (account, currency)
  );

  CREATE TABLE journal_payment (
    payment_id  text        PRIMARY KEY,
    provider    text        NOT NULL,
    merchant_id text        NOT NULL,
    currency    char(3)     NOT NULL,
    held        numeric(20) NOT NULL,
    known_references jsonb       NOT NULL
  );

  CREATE TABLE journal_match (
    reference  text  NOT NULL,
    kind       text  NOT NULL,
    provider   text  NOT NULL,
    payment_id text,
    ours       jsonb NOT NULL,
    theirs     jsonb NOT NULL,
    PRIMARY KEY (reference, kind, provider)
  );
  CREATE INDEX journal_match_payment ON journal_match (payment_id);

  CREATE TABLE journal_payout (
    payout text PRIMARY KEY,
    place  text NOT NULL,
    amount jsonb
  );

  CREATE TABLE journal_adjustment (
    adjustment_id text           PRIMARY KEY,
    opened        bigint         NOT NULL,
    status        text           NOT NULL,
    effective_at  timestamptz(3) NOT NULL,
    reason        text           NOT NULL,
    about         text,
    payment_id    text,
    lines         jsonb          NOT NULL,
    proposed_by   text           NOT NULL,
    proposed_at   timestamptz(3) NOT NULL,
    approved_by   text,
    booked_at     timestamptz(3),
    reversal      jsonb,
    withdrawn     jsonb
  );
  CREATE INDEX journal_adjustment_opened ON journal_adjustment (opened, adjustment_id);
  CREATE INDEX journal_adjustment_status ON journal_adjustment (status, opened)
`;

/** Journal, version 5: adjustments that people make. */
export class CreateJournalView51795230000040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, BEFORE);
    await deleteSetAside(queryRunner, BEFORE);
    await createView(queryRunner, SCHEMA, JOURNAL_VIEW_5_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await deleteSetAside(queryRunner, SCHEMA);
    await createView(queryRunner, BEFORE, JOURNAL_VIEW_4_TABLES);
  }
}
