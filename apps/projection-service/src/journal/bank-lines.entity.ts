import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MoneyJson } from '#money';
import { JOURNAL_SCHEMA as schema } from './journal.entity.js';

/** A payout as the journal has to know it to book a line of the bank that names it. */
export type NamedPayout = {
  readonly provider: string;
  readonly reference: string;
  readonly currency: string;
};

/** What a bank may write: payouts that are named so, and lines that wait for one. */
@Entity({ schema, name: 'journal_bank_reference' })
export class JournalBankReference {
  @PrimaryColumn({ type: 'text' })
  reference!: string;

  @Column({ type: 'jsonb' })
  payouts!: readonly NamedPayout[];

  @Column({ name: 'waiting_lines', type: 'jsonb' })
  waiting!: readonly string[];
}

/** A line of our bank, to book it once. */
@Entity({ schema, name: 'journal_bank_line' })
export class JournalBankLine {
  /** Hash of the account, and the line's id there. */
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'jsonb' })
  amount!: MoneyJson;

  @Column({ name: 'booked_on', type: 'text' })
  bookedOn!: string;

  /** Whose payout it is booked as; null while no payout is known for it. */
  @Column({ type: 'text', nullable: true })
  provider!: string | null;
}

/** What a provider said of itself, to hold the journal against. */
@Entity({ schema, name: 'journal_reported_balance' })
export class JournalReportedBalance {
  @PrimaryColumn({ type: 'text' })
  provider!: string;

  @PrimaryColumn({ name: 'as_of', type: 'timestamptz', precision: 3 })
  asOf!: Date;

  /** In all currencies: one that is not here is zero. */
  @Column({ type: 'jsonb' })
  balances!: readonly MoneyJson[];
}
