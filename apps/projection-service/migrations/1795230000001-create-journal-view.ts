import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from '#projections';

const SCHEMA = 'journal_view_1';

export const JOURNAL_VIEW_TABLES = `
  CREATE TABLE journal_entry (
    entry_id     uuid           PRIMARY KEY,
    commit       bigint         NOT NULL,
    prepare      bigint         NOT NULL,
    payment_id   text           NOT NULL,
    event_type   text           NOT NULL,
    effective_at timestamptz(3) NOT NULL,
    recorded_at  timestamptz(3) NOT NULL
  );
  CREATE INDEX journal_entry_position ON journal_entry (commit, prepare);
  CREATE INDEX journal_entry_payment  ON journal_entry (payment_id);

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
  CREATE INDEX journal_posting_account ON journal_posting (account, currency);

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
    CONSTRAINT journal_payment_held CHECK (held >= 0)
  )
`;

/** Journal, version 1: entries, their postings, balances, and what is held per payment. */
export class CreateJournalView1795230000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createView(queryRunner, SCHEMA, JOURNAL_VIEW_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
  }
}
