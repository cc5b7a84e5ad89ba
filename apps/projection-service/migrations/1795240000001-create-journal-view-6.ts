import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, deleteSetAside, dropView } from '#projections';
import { JOURNAL_VIEW_5_TABLES } from './1795230000040-create-journal-view-5.js';

const SCHEMA = 'journal_view_6';
const BEFORE = 'journal_view_5';

export const JOURNAL_VIEW_6_TABLES = `
  ${JOURNAL_VIEW_5_TABLES};

  CREATE TABLE journal_bank_reference (
    reference     text  PRIMARY KEY,
    payouts       jsonb NOT NULL,
    waiting_lines jsonb NOT NULL
  );

  CREATE TABLE journal_bank_line (
    key       text  PRIMARY KEY,
    amount    jsonb NOT NULL,
    booked_on text  NOT NULL,
    provider  text
  );

  CREATE TABLE journal_reported_balance (
    provider text           NOT NULL,
    as_of    timestamptz(3) NOT NULL,
    balances jsonb          NOT NULL,
    PRIMARY KEY (provider, as_of)
  )
`;

/** Journal, version 6: lines of the bank, and what providers report of themselves. */
export class CreateJournalView61795240000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, BEFORE);
    await deleteSetAside(queryRunner, BEFORE);
    await createView(queryRunner, SCHEMA, JOURNAL_VIEW_6_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await deleteSetAside(queryRunner, SCHEMA);
    await createView(queryRunner, BEFORE, JOURNAL_VIEW_5_TABLES);
  }
}
