import {
  applyDecorators,
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query as Queried,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { NamedByKey, ProblemResponse, Requester, Roles, type Role } from '#platform';
import { EntriesResponse } from '../journal/journal.response.js';
import { PageQuery } from '../lists/page.request.js';
import { PositionQuery } from '../views/position.request.js';
import { Query } from '../views/query.decorator.js';
import { PeriodCommands } from './period-commands.js';
import { PeriodQueries } from './period-queries.js';
import {
  CloseRequest,
  ClosedBalanceQuery,
  PeriodParams,
  ReopeningRequest,
  ReopeningWithdrawalRequest,
} from './periods.request.js';
import { ClosedBooksResponse, PeriodResponse, PeriodsResponse } from './periods.response.js';

const CLOSERS: readonly Role[] = ['reconciler', 'operator'];
const SECOND_PEOPLE: readonly Role[] = ['approver', 'operator'];

/** Months of the ledger: what is open in them, and their closing. */
@Query('journal')
@Controller('v1/periods')
export class PeriodsController {
  constructor(
    private readonly commands: PeriodCommands,
    private readonly queries: PeriodQueries,
  ) {}

  @Get()
  @Read('Months of the ledger, newest first', PeriodsResponse)
  periods(@Queried() query: PositionQuery): Promise<PeriodsResponse> {
    return this.queries.periods(query);
  }

  @Get(':period')
  @Read('One month: its checklist, its closings and what came too late', PeriodResponse)
  period(
    @Param() { period }: PeriodParams,
    @Queried() query: PositionQuery,
  ): Promise<PeriodResponse> {
    return this.queries.period(period, query);
  }

  @Get(':period/closed-books')
  @Read('What every account stood at when the month was closed', ClosedBooksResponse)
  closedBooks(
    @Param() { period }: PeriodParams,
    @Queried() query: ClosedBalanceQuery,
  ): Promise<ClosedBooksResponse> {
    return this.queries.closedBooks(period, query);
  }

  @Get(':period/late-entries')
  @Read('Entries of the month that were recorded after it was closed', EntriesResponse)
  lateEntries(
    @Param() { period }: PeriodParams,
    @Queried() query: PageQuery,
  ): Promise<EntriesResponse> {
    return this.queries.lateEntries(period, query);
  }

  @Post(':period/close')
  @Change(CLOSERS, 'Close a month; what is open has to be settled, or explained')
  async close(
    @Param() { period }: PeriodParams,
    @Body() { explanations }: CloseRequest,
    @Requester() requester: Requester,
  ): Promise<PeriodResponse> {
    const pairs = (explanations ?? []).map(({ item, reason }) => [item, reason] as const);
    await this.commands.close(period, new Map(pairs), requester);
    return this.queries.period(period, { waitMs: 0 });
  }

  @Post(':period/reopening')
  @Change(CLOSERS, 'Ask for a closed month to be reopened; another person has to agree')
  async propose(
    @Param() { period }: PeriodParams,
    @Body() { reason }: ReopeningRequest,
    @Requester() requester: Requester,
  ): Promise<PeriodResponse> {
    await this.commands.proposeReopening(period, reason, requester);
    return this.queries.period(period, { waitMs: 0 });
  }

  @Post(':period/reopening/approval')
  @Change(SECOND_PEOPLE, 'Reopen a month that another person asked for')
  async approve(
    @Param() { period }: PeriodParams,
    @Requester() requester: Requester,
  ): Promise<PeriodResponse> {
    await this.commands.approveReopening(period, requester);
    return this.queries.period(period, { waitMs: 0 });
  }

  @Post(':period/reopening/withdrawal')
  @Change([...CLOSERS, 'approver'], 'Take back a reopening that waits, one’s own or another’s')
  async withdraw(
    @Param() { period }: PeriodParams,
    @Body() { note }: ReopeningWithdrawalRequest,
    @Requester() requester: Requester,
  ): Promise<PeriodResponse> {
    await this.commands.withdrawReopening(period, note ?? '', requester);
    return this.queries.period(period, { waitMs: 0 });
  }
}

function Read(summary: string, type: new () => object): MethodDecorator {
  return applyDecorators(
    Roles('analyst', 'auditor', 'reconciler', 'approver', 'operator'),
    ApiOperation({ summary }),
    ApiOkResponse({ type }),
  );
}

/** What every change of a period shares. */
function Change(roles: readonly Role[], summary: string): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    Roles(...roles),
    NamedByKey(),
    ApiOperation({ summary }),
    ApiOkResponse({ type: PeriodResponse }),
    ApiResponse({ status: 409, description: 'At odds with its state', type: ProblemResponse }),
  );
}
