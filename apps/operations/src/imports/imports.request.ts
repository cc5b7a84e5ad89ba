import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import { IsText, IsWholeNumber } from '#platform';
import {
  DATE_FORMATS,
  STATEMENT_KINDS,
  type CsvMapping,
  type DateFormat,
  type StatementKind,
} from '#statements';

export const MAPPING_NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

export class ImportQuery {
  /** Left out: as the file itself tells. */
  @ApiPropertyOptional({ enum: STATEMENT_KINDS })
  @IsOptional()
  @IsIn(STATEMENT_KINDS)
  kind?: StatementKind;

  /** Which saved mapping reads the columns of a bank’s CSV file. */
  @ApiPropertyOptional({ pattern: MAPPING_NAME.source })
  @IsOptional()
  @Matches(MAPPING_NAME)
  mapping?: string;

  /** What the file is called, for people. */
  @IsOptional()
  @IsText(1, 255)
  name?: string;
}

export class ImportPageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @IsWholeNumber(1, 200)
  limit?: number;

  /** `nextCursor` of the page before. */
  @IsOptional()
  @Matches(/^\d{1,18}$/)
  cursor?: string;
}

/** Which column of a bank’s CSV file holds what, by the words of its heading. */
export class CsvMappingRequest implements CsvMapping {
  @IsIn([',', ';', '\t', '|'])
  delimiter!: ',' | ';' | '\t' | '|';

  @IsIn(['.', ','])
  decimal!: '.' | ',';

  @IsIn(DATE_FORMATS)
  dateFormat!: DateFormat;

  @IsText(1, 255)
  bookedOn!: string;

  /** Left out: the day of booking. */
  @IsOptional()
  @IsText(1, 255)
  valueOn?: string;

  /** The account of all lines, where no column says it. */
  @IsOptional()
  @IsText(1, 64)
  account?: string;

  @IsOptional()
  @IsText(1, 255)
  accountColumn?: string;

  /** The currency of all lines, where no column says it. */
  @IsOptional()
  @Matches(/^[A-Z]{3}$/)
  currency?: string;

  @IsOptional()
  @IsText(1, 255)
  currencyColumn?: string;

  /** Signed, or with `signColumn` beside it. */
  @IsOptional()
  @IsText(1, 255)
  amount?: string;

  @IsOptional()
  @IsText(1, 255)
  signColumn?: string;

  /** What the sign column says where money left the account. */
  @IsOptional()
  @IsText(1, 32)
  debitSign?: string;

  /** Two columns instead of a signed one. */
  @IsOptional()
  @IsText(1, 255)
  credit?: string;

  @IsOptional()
  @IsText(1, 255)
  debit?: string;

  @IsOptional()
  @IsText(1, 255)
  bankReference?: string;

  @IsOptional()
  @IsText(1, 255)
  endToEndId?: string;

  @IsOptional()
  @IsText(1, 255)
  code?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 255, { each: true })
  texts?: string[];
}

/** The mapping as JSON: fields that were left out are not there. */
export function mappingOf(request: CsvMappingRequest): CsvMapping {
  return JSON.parse(JSON.stringify(request)) as CsvMapping;
}
