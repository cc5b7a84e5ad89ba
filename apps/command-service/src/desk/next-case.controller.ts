import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Clock, IsText, Roles } from '#platform';
import { Config } from '../config.js';
import { Authorization } from '../http/authorization.decorator.js';
import { Command } from '../http/command.decorator.js';
import { Keyed, operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { deskResponse, NextCaseResponse } from './desk.response.js';
import { NextCases } from './next-cases.js';

const MINOR_UNITS = /^(0|[1-9]\d{0,17})$/;
const SCORE = /^(0(\.\d{1,9})?|1(\.0{1,9})?)$/;

/** Filters of `GET /v1/cases/queue`, which checks what holds between them. */
export class NextCaseFilter {
  @IsOptional()
  @IsText(1, 128)
  client?: string;

  @IsOptional()
  @IsText(1, 128)
  merchantId?: string;

  @IsOptional()
  @IsText(1, 128)
  provider?: string;

  @ApiPropertyOptional({ enum: ['score', 'rule', 'degraded'] })
  @IsOptional()
  @IsIn(['score', 'rule', 'degraded'])
  reason?: string;

  @ApiPropertyOptional({ example: 'EUR' })
  @IsOptional()
  @Matches(/^[A-Z]{3}$/, { message: 'must be a currency of ISO 4217, as in EUR' })
  currency?: string;

  /** At least so many minor units of `currency`. */
  @ApiPropertyOptional({ example: '1000' })
  @IsOptional()
  @Matches(MINOR_UNITS, { message: 'must be minor units as digits, as in 1050' })
  amountMin?: string;

  /** At most so many minor units of `currency`. */
  @ApiPropertyOptional({ example: '5000' })
  @IsOptional()
  @Matches(MINOR_UNITS, { message: 'must be minor units as digits, as in 1050' })
  amountMax?: string;

  /** At least this score, 0 to 1. */
  @ApiPropertyOptional({ example: '0.7' })
  @IsOptional()
  @Matches(SCORE, { message: 'must be from 0 to 1, as in 0.7' })
  scoreMin?: string;

  /** At most this score, 0 to 1. */
  @ApiPropertyOptional({ example: '0.9' })
  @IsOptional()
  @Matches(SCORE, { message: 'must be from 0 to 1, as in 0.7' })
  scoreMax?: string;

  /** Escalated cases instead of the others. */
  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  escalated?: boolean;
}

export class NextCaseRequest {
  /** How long the case is the caller's; left out: as the operator set it. */
  @ApiPropertyOptional({ minimum: 1, maximum: 480, type: 'integer' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(480)
  minutes?: number;

  /** Of which cases; filters add up. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NextCaseFilter)
  filter?: NextCaseFilter;
}

const MINUTE_MS = 60_000;

@Command()
@Roles('analyst')
@Controller('v1/cases/next')
export class NextCaseController {
  constructor(
    private readonly nextCases: NextCases,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Be given the next case: the most money at risk for the time left, of those free',
  })
  @ApiOkResponse({ type: NextCaseResponse })
  async next(
    @Body() body: NextCaseRequest,
    @Keyed() command: KeyedCommand,
    @Authorization() authorization: string,
  ): Promise<NextCaseResponse> {
    const { minutes = this.config.CASE_LEASE_MINUTES, filter = {} } = body;
    const taken = await this.nextCases.take({
      context: operationOf(command, 'case-next', 'next', body),
      forMs: minutes * MINUTE_MS,
      asking: { authorization, filter: textsOf(filter) },
    });
    if (!taken) return { taken: null };
    return { taken: deskResponse(taken.paymentId, taken.loaded, this.clock.nowIso) };
  }
}

function textsOf(filter: NextCaseFilter): Record<string, string> {
  const sent = Object.entries(filter).filter(([, value]) => value !== undefined);
  return Object.fromEntries(sent.map(([name, value]) => [name, String(value)]));
}
