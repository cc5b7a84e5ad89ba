import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { CURRENCIES } from '#money';
import { IsTime } from '#platform';
import { NotBefore } from '../lists/list.request.js';
import { PageQuery } from '../lists/page.request.js';
import { PositionQuery } from '../views/position.request.js';
import { firstMsFrom } from './first-ms.js';

const PAYOUT = /^[\w-]{1,128}$/;
const ACCOUNT = /^[a-z-]+:[^\0\p{Cs}]{1,300}$/u;

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

/** Which account, over which time, as it was known when. */
export class StatementQuery extends PageQuery {
  @ApiProperty({ example: 'provider:stripe:pending' })
  @Matches(ACCOUNT, { message: 'must be an account, as in provider:stripe:pending' })
  account!: string;

  /** ISO 4217. */
  @ApiProperty({ example: 'EUR' })
  @IsIn(CURRENCIES, { message: 'must be a currency of ISO 4217, as in EUR' })
  currency!: string;

  /** From this time of the provider's on, itself included. */
  @ApiPropertyOptional({ format: 'date-time', example: '2026-11-01T00:00:00Z' })
  @IsOptional()
  @IsTime()
  from?: string;

  /** Before this time of the provider's. */
  @ApiPropertyOptional({ format: 'date-time', example: '2026-12-01T00:00:00Z' })
  @IsOptional()
  @IsTime()
  @NotBefore('from', (text) => firstMsFrom(text as string).getTime())
  to?: string;

  /**
   * Count only what we had learnt by then (inclusive). Pages of a statement without it may show
   * what was learnt between them.
   */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  asOfRecorded?: string;
}

/** Which balance is to be explained. */
export class WhyQuery extends PageQuery {
  @ApiProperty({ example: 'merchant:m-1:payable' })
  @Matches(ACCOUNT, { message: 'must be an account, as in provider:stripe:pending' })
  account!: string;

  /** ISO 4217. */
  @ApiProperty({ example: 'EUR' })
  @IsIn(CURRENCIES, { message: 'must be a currency of ISO 4217, as in EUR' })
  currency!: string;

  /** What had happened at the provider by then (inclusive). */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  asOfEffective?: string;

  /** What we had learnt by then (inclusive). */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  asOfRecorded?: string;
}

export class InvariantsQuery {
  /** Look at every row, and at the streams of more payments; takes time. */
  @ApiPropertyOptional({ enum: ['true', 'false'], default: 'false' })
  @IsOptional()
  @IsIn(['true', 'false'])
  full?: 'true' | 'false';
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
   * Only what we learnt from this time on, itself included: a millisecond after the `asOfRecorded`
   * of the last export, a file goes on where that one ended. That is so when the view was past that
   * time: what it had not read yet (see `GET /v1/views`) would be in neither.
   */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  recordedFrom?: string;
}
