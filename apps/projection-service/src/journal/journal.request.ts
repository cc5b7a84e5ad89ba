import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { IsTime } from '#platform';
import { PageQuery } from '../lists/page.request.js';
import { PositionQuery } from '../views/position.request.js';

const PAYOUT = /^[\w-]{1,128}$/;
const ACCOUNT = /^[a-z]+:[^\0\p{Cs}]{1,300}$/u;

export class EntriesQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  paymentId?: string;

  /** The provider's id of a payout. */
  @ApiPropertyOptional({ example: 'po_1' })
  @IsOptional()
  @Matches(PAYOUT, { message: 'must be the id of a payout at its provider, as in po_1' })
  payoutReference?: string;

  @ApiPropertyOptional({ example: 'provider:stripe:pending' })
  @IsOptional()
  @Matches(ACCOUNT, { message: 'must be an account, as in provider:stripe:pending' })
  account?: string;
}

/** Which point in the two times balances are asked for. */
export class BalancesQuery extends PositionQuery {
  /** Count only what had happened at the provider by then (inclusive). */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  asOfEffective?: string;

  /** Count only what we had learnt by then (inclusive). */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  asOfRecorded?: string;
}

/** `ledger` is what both ledger and hledger read. */
export const BOOK_FORMATS = ['beancount', 'ledger', 'csv', 'jsonl'] as const;

export class JournalExportQuery extends BalancesQuery {
  /** `ledger` is read by ledger and hledger; in CSV each posting has a line. */
  @ApiProperty({ enum: BOOK_FORMATS })
  @IsIn(BOOK_FORMATS)
  format!: (typeof BOOK_FORMATS)[number];

  /** Memorandum accounts count promises of money; they are left out unless asked for. */
  @ApiPropertyOptional({ enum: ['money', 'all'], default: 'money' })
  @IsOptional()
  @IsIn(['money', 'all'])
  book?: 'money' | 'all';

  /**
   * Only what we learnt from this time on, itself included: with the `asOfRecorded` of the last
   * export, which no later entry changes, a file goes on where that one ended.
   */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  recordedFrom?: string;
}
