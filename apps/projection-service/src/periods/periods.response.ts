import { ApiProperty } from '@nestjs/swagger';
import {
  CHECKLIST_ITEMS,
  type ChecklistItem,
  type ChecklistItemName,
  type ChecklistStatus,
} from '#journal';
import { AccountResponse } from '../journal/journal.response.js';

const POSITION = { description: 'How far the view is.', example: '1042/1042' };
export const PERIOD_STATUSES = ['running', 'open', 'closed'] as const;

export class ChecklistItemResponse {
  @ApiProperty({ enum: CHECKLIST_ITEMS })
  item!: ChecklistItemName;

  /** `unknown` is never as good as done. */
  @ApiProperty({ enum: ['done', 'open', 'unknown'] })
  status!: ChecklistStatus;

  /** How much is open; null while that is not known. */
  count!: number | null;

  detail!: string;

  /** Whether a reason lets the period be closed although it is not done. */
  explainable!: boolean;

  /** Why the period was closed all the same. */
  explanation!: string | null;
}

export class ClosedBalanceResponse {
  @ApiProperty({ example: 'EUR' })
  currency!: string;

  book!: 'money' | 'memorandum';

  /** Minor units, as digits. */
  debits!: string;

  /** Minor units, as digits. */
  credits!: string;
}

/** One closing of the period; it stays after a reopening. */
export class ClosingResponse {
  /** From 1 on. */
  closing!: number;

  /** How far the journal was: what it did not have then is late. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;

  /** SHA-256 of what every account stood at. */
  digest!: string;

  accounts!: number;

  @ApiProperty({ type: [ClosedBalanceResponse] })
  trialBalance!: readonly ClosedBalanceResponse[];

  @ApiProperty({ type: [ChecklistItemResponse] })
  checklist!: readonly ChecklistItem[];

  closedBy!: string;

  @ApiProperty({ format: 'date-time' })
  closedAt!: string;

  /** Null while the closing holds. */
  @ApiProperty({ type: () => ReopenedResponse, nullable: true })
  reopened!: ReopenedResponse | null;
}

export class ReopenedResponse {
  reason!: string;

  proposedBy!: string;

  approvedBy!: string;

  @ApiProperty({ format: 'date-time' })
  reopenedAt!: string;
}

/** What waits for a second person. */
export class ReopeningResponse {
  reason!: string;

  proposedBy!: string;

  @ApiProperty({ format: 'date-time' })
  proposedAt!: string;
}

export class PeriodSummary {
  @ApiProperty({ example: '2026-11' })
  period!: string;

  /** `running` until the month is over. */
  @ApiProperty({ enum: PERIOD_STATUSES })
  status!: (typeof PERIOD_STATUSES)[number];

  /** How often it was closed. */
  closings!: number;

  /** Entries that happened in it and were recorded after it was closed. */
  lateEntries!: number;
}

export class PeriodsResponse {
  /** The last closed month, with all before it; null while none is. */
  closedThrough!: string | null;

  /** From the first month with an entry to this one, the newest first. */
  items!: PeriodSummary[];

  @ApiProperty(POSITION)
  position!: string;
}

export class PeriodResponse extends PeriodSummary {
  @ApiProperty({ format: 'date-time' })
  from!: string;

  /** The first instant after it. */
  @ApiProperty({ format: 'date-time' })
  to!: string;

  /** As it is now. */
  @ApiProperty({ type: [ChecklistItemResponse] })
  checklist!: readonly ChecklistItem[];

  /** Every closing there ever was, the first one first. */
  @ApiProperty({ type: [ClosingResponse] })
  history!: ClosingResponse[];

  @ApiProperty({ type: ReopeningResponse, nullable: true })
  reopening!: ReopeningResponse | null;

  @ApiProperty(POSITION)
  position!: string;
}

/** What the accounts stood at when a period was closed, computed again from the journal. */
export class ClosedBooksResponse {
  closing!: number;

  /** What was booked behind it is not in here. */
  @ApiProperty({ example: '1042/1042' })
  closedAtPosition!: string;

  @ApiProperty({ type: [AccountResponse] })
  items!: readonly AccountResponse[];

  /** SHA-256 of the accounts above. */
  digest!: string;

  /** Whether it is the digest that the closing recorded. */
  asRecorded!: boolean;

  @ApiProperty(POSITION)
  position!: string;
}
