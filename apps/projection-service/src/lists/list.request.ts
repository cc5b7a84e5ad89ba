import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, Matches, registerDecorator } from 'class-validator';
import { CURRENCIES } from '#money';
import { IsTime } from '#platform';
import { EXPORT_FORMATS, type ExportFormat } from './formats.js';
import { ClientQuery, type PageQuery } from './page.request.js';

/** Part of a list that can be counted and exported, narrowed down by amount and time. */
export class ListQuery extends ClientQuery {
  /**
   * Whether to count all that the filters leave. A count that takes too long is not given, see
   * `totalUnknown`.
   */
  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @Flag()
  total?: boolean;

  /**
   * Counts more than the header `Accept`. `csv` and `jsonl` are the whole list in one answer, as of
   * one position, without `limit`, `cursor` and `total`. In CSV a text that a spreadsheet would run
   * as a formula begins with an apostrophe.
   */
  @ApiPropertyOptional({ enum: ['json', ...EXPORT_FORMATS], default: 'json' })
  @IsOptional()
  @IsIn(['json', ...EXPORT_FORMATS])
  format?: 'json' | ExportFormat;

  /** ISO 4217. */
  @ApiPropertyOptional({ example: 'EUR' })
  @IsOptional()
  @IsIn(CURRENCIES, { message: 'must be a currency of ISO 4217, as in EUR' })
  currency?: string;

  /** At least so many minor units of `currency`, which it needs. */
  @ApiPropertyOptional({ example: '1000' })
  @IsOptional()
  @IsMinorUnits()
  @NeedsCurrency()
  amountMin?: string;

  /** At most so many minor units of `currency`, which it needs. */
  @ApiPropertyOptional({ example: '5000' })
  @IsOptional()
  @IsMinorUnits()
  @NeedsCurrency()
  @NotBefore('amountMin', (text) => BigInt(text as string))
  amountMax?: string;

  /** From this time on, itself included. */
  @ApiPropertyOptional({ format: 'date-time', example: '2026-11-01T00:00:00Z' })
  @IsOptional()
  @IsTime()
  from?: string;

  /** Before this time. */
  @ApiPropertyOptional({ format: 'date-time', example: '2026-12-01T00:00:00Z' })
  @IsOptional()
  @IsTime()
  @NotBefore('from', (text) => Date.parse(text as string))
  to?: string;
}

/** What of a list's query says nothing about which rows it has. */
export type PageOnly = keyof PageQuery | 'total' | 'format' | 'sort';

/** true or false, in a query. */
export function Flag(): PropertyDecorator {
  return (target, property) => {
    Transform(({ value }: { value: unknown }) => booleanOf(value))(target, property);
    IsBoolean({ message: 'must be true or false' })(target, property);
  };
}

function booleanOf(value: unknown): unknown {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}

function IsMinorUnits(): PropertyDecorator {
  return Matches(/^(0|[1-9]\d{0,17})$/, { message: 'must be minor units as digits, as in 1050' });
}

/** Minor units of different currencies do not compare. */
export function NeedsCurrency(isIt: (value: unknown) => boolean = () => true): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'needsCurrency',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value, args) =>
          !isIt(value) || (args?.object as { currency?: unknown }).currency !== undefined,
        defaultMessage: () => 'needs currency: amounts of different currencies do not compare',
      },
    });
  };
}

/** The end of a range that would else be empty. What is no number is refused by another rule. */
export function NotBefore(
  start: string,
  read: (value: unknown) => bigint | number,
): PropertyDecorator {
  const isRead = (value: unknown): value is string => typeof value === 'string';
  return (target, property) => {
    registerDecorator({
      name: 'notBefore',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value, args) => {
          const first = (args?.object as Readonly<Record<string, unknown>>)[start];
          if (!isRead(value) || !isRead(first)) return true;
          try {
            return read(value) >= read(first);
          } catch {
            return true;
          }
        },
        defaultMessage: () => `must not be before ${start}: nothing would be left`,
      },
    });
  };
}

/** Several values, each sent as a parameter of its own; one is a list of one. */
export function Listing(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? [value] : value,
  );
}

/** Some of a few values: `status=held&status=captured`. */
export function SomeOf(values: readonly string[]): PropertyDecorator {
  return (target, property) => {
    Listing()(target, property);
    IsIn(values, { each: true, message: `must be some of ${values.join(', ')}` })(target, property);
  };
}
