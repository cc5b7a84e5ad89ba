import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from '#projections';
import { JOURNAL_VIEW_2_TABLES } from './1795230000004-create-journal-view-2.js';

const SCHEMA = 'journal_view_3';
const BEFORE = 'journal_view_2';

export const JOURNAL_VIEW_3_TABLES = `
  CREATE TABLE journal_entry (
    entry_id         uuid           PRIMARY KEY,
    commit           bigint         NOT NULL,
    prepare          bigint         NOT NULL,
    payment_id       text,
    payout_reference text,
    line_id          text,
    event_type       text           NOT NULL,
    effective_at     timestamptz(3) NOT NULL,
    recorded_at      timestamptz(3) NOT NULL
  );
  CREATE INDEX journal_entry_position ON journal_entry (commit, prepare);
  CREATE INDEX journal_entry_payment  ON journal_entry (payment_id);
  CREATE INDEX journal_entry_payout   ON journal_entry (payout_reference);
  CREATE INDEX journal_entry_line     ON journal_entry (line_id);

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
  )
`;

/**
 * Journal, version 3: entries of the provider's books too, as far as they say more than our events.
 */
export class CreateJournalView31795230000020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, BEFORE);
    await createView(queryRunner, SCHEMA, JOURNAL_VIEW_3_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await createView(queryRunner, BEFORE, JOURNAL_VIEW_2_TABLES);
  }
}
