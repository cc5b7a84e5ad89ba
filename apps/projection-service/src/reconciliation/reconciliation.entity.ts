import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MoneyJson } from '#money';
import type {
  ExceptionKind,
  ExceptionState,
  ExceptionWork,
  MatchJson,
  MatchStatus,
  Resolution,
} from '#reconciliation';

export const RECONCILIATION_SCHEMA = 'reconciliation_view_4';
const schema = RECONCILIATION_SCHEMA;

/** A line that was set aside, as a row keeps it. */
export type UnreadableJson = { readonly reason: string; readonly raw: string };

/** What people made of an exception, as a row keeps it: amounts are texts. */
export type ResolutionJson = Omit<Resolution, 'amount'> & { readonly amount: MoneyJson | null };

type WithJson<Said> =
  (Omit<NonNullable<Said>, 'resolution'> & { readonly resolution: ResolutionJson }) | null;

export type WorkJson = Omit<ExceptionWork, 'proposal' | 'resolved' | 'withdrawn'> & {
  readonly proposal: WithJson<ExceptionWork['proposal']>;
  readonly resolved: WithJson<ExceptionWork['resolved']>;
  readonly withdrawn: ResolutionJson | null;
};

/** One object of a provider: what we recorded of it and what the provider's books say. */
@Entity({ schema, name: 'reconciliation_match' })
@Index('reconciliation_match_opened', ['opened', 'reference'])
@Index('reconciliation_match_overdue', ['overdue', 'opened'])
@Index('reconciliation_match_exception', ['opened', 'reference'], {
  where: '((fresh_exception IS NOT NULL) OR (exception IS NOT NULL))',
})
@Index('reconciliation_match_stake', ['stake', 'currency'], { where: '(exception IS NOT NULL)' })
@Index('reconciliation_match_expected', ['opened'], { where: "(status = 'expected'::text)" })
export class ReconciliationMatch {
  @PrimaryColumn({ type: 'text' })
  reference!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @PrimaryColumn({ type: 'text' })
  provider!: string;

  @Index('reconciliation_match_payment')
  @Column({ name: 'payment_id', type: 'text', nullable: true })
  paymentId!: string | null;

  /** What holds while the provider may still report our movements. */
  @Column({ type: 'text' })
  status!: MatchStatus;

  /** What holds once it should have. Queries choose, since rows must not depend on the clock. */
  @Column({ type: 'text' })
  overdue!: MatchStatus;

  @Column({ type: 'jsonb' })
  ours!: MatchJson['ours'];

  @Column({ type: 'jsonb' })
  theirs!: MatchJson['theirs'];

  /** Null for a line that could be read. */
  @Column({ type: 'jsonb', nullable: true })
  unreadable!: UnreadableJson | null;

  /** What is an exception as soon as both books were told, by the rule set; null: nothing. */
  @Column({ name: 'fresh_exception', type: 'text', nullable: true })
  freshException!: ExceptionKind | null;

  /** What is one once all should be there. */
  @Column({ type: 'text', nullable: true })
  exception!: ExceptionKind | null;

  /** Theirs less ours, or all of it where a side is missing; null where nothing is known of it. */
  @Column({ type: 'numeric', precision: 30, scale: 0, nullable: true })
  stake!: string | null;

  @Column({ type: 'char', length: 3, nullable: true })
  currency!: string | null;

  /** The size of the stake in whole units of its currency. */
  @Column({ type: 'numeric', precision: 30, scale: 0 })
  units!: string;

  /** How far people are. */
  @Column({ type: 'text' })
  state!: ExceptionState;

  @Column({ type: 'text', nullable: true })
  assignee!: string | null;

  /** What people made of it; null: nothing. */
  @Column({ type: 'jsonb', nullable: true })
  work!: WorkJson | null;

  /** When we last moved money; when the provider did, for what we know nothing of. */
  @Column({ name: 'moved_at', type: 'timestamptz', precision: 3 })
  movedAt!: Date;

  /** From when on `exception` holds instead of `freshException`. */
  @Column({ name: 'due_at', type: 'timestamptz', precision: 3 })
  dueAt!: Date;

  /** Store position (commit) of the first event about it. */
  @Column({ type: 'bigint' })
  opened!: string;
}

/** Sums by both books, in minor units. */
@Entity({ schema, name: 'reconciliation_total' })
export class ReconciliationTotal {
  @PrimaryColumn({ type: 'text' })
  provider!: string;

  @PrimaryColumn({ type: 'char', length: 3 })
  currency!: string;

  @Column({ name: 'our_gross', type: 'numeric', precision: 30, scale: 0 })
  ourGross!: string;

  @Column({ name: 'our_fees', type: 'numeric', precision: 30, scale: 0 })
  ourFees!: string;

  @Column({ name: 'their_gross', type: 'numeric', precision: 30, scale: 0 })
  theirGross!: string;

  @Column({ name: 'their_fees', type: 'numeric', precision: 30, scale: 0 })
  theirFees!: string;

  @Column({ name: 'their_paid_out', type: 'numeric', precision: 30, scale: 0 })
  theirPaidOut!: string;

  @Column({ name: 'their_exchanged', type: 'numeric', precision: 30, scale: 0 })
  theirExchanged!: string;

  @Column({ name: 'their_reserved', type: 'numeric', precision: 30, scale: 0 })
  theirReserved!: string;
}

/** Which provider a payment's later events speak of. */
@Entity({ schema, name: 'reconciliation_payment' })
export class ReconciliationPayment {
  @PrimaryColumn({ name: 'payment_id', type: 'text' })
  paymentId!: string;

  @Column({ type: 'text' })
  provider!: string;

  /** See MovementContext in #reconciliation. */
  @Column({ name: 'known_references', type: 'jsonb' })
  references!: Readonly<Record<string, string>>;
}
