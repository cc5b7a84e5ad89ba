import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { IsWholeNumber } from '#platform';
import { PROVIDERS } from '#provider-port';
import {
  EXCEPTION_KINDS,
  EXCEPTION_STATES,
  SEVERITIES,
  type ExceptionKind,
  type ExceptionState,
  type Severity,
} from '#reconciliation';
import { ListQuery } from '../lists/list.request.js';

/** Which exceptions; `amountMin` and `amountMax` are of what is at stake, which has a sign. */
export class ExceptionsQuery extends OmitType(ListQuery, ['client']) {
  @ApiPropertyOptional({ enum: EXCEPTION_KINDS })
  @IsOptional()
  @IsIn(EXCEPTION_KINDS)
  kind?: ExceptionKind;

  /** Left out: all but the resolved ones; one is back when another amount is at stake by now. */
  @ApiPropertyOptional({ enum: EXCEPTION_STATES })
  @IsOptional()
  @IsIn(EXCEPTION_STATES)
  state?: ExceptionState;

  /** `bank`: lines of our bank that no payout explains. */
  @ApiPropertyOptional({ enum: [...PROVIDERS, 'bank'] })
  @IsOptional()
  @IsIn([...PROVIDERS, 'bank'])
  provider?: string;

  /** By amount or age, whichever is worse. */
  @ApiPropertyOptional({ enum: SEVERITIES })
  @IsOptional()
  @IsIn(SEVERITIES)
  severity?: Severity;

  /** The name that the person's keys have. */
  @ApiPropertyOptional({ example: 'amal', pattern: '^[a-z0-9-]{1,64}$' })
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,64}$/, { message: 'must be the name of a person’s keys, as in amal' })
  assignee?: string;

  /** At least so many whole days old. */
  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 3650 })
  @IsOptional()
  @IsWholeNumber(0, 3650)
  daysMin?: number;
}
