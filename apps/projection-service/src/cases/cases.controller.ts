import {
  Controller,
  Get,
  Param,
  Query as Queried,
  Headers,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { EntityManager } from 'typeorm';
import {
  ByMerchant,
  Caller,
  Clock,
  NotedExport,
  PAYMENT_READERS,
  personOf,
  Problem,
  Roles,
  UuidPipe,
} from '#platform';
import type { RequestHeaders } from '../lists/formats.js';
import { Listed } from '../lists/listed.decorator.js';
import { Lists, type Reply } from '../lists/lists.js';
import { PositionQuery } from '../views/position.request.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { CASE_ORDERS, caseExport, casesFor, visibleCases } from './case-list.js';
import { caseResponse, CasesResponse, OneCaseResponse, QueueResponse } from './case.response.js';
import { CasesQuery, QueueQuery } from './cases.request.js';
import { countCases } from './counts.js';
import { CaseCountsResponse } from './counts.response.js';
import { linksOf } from './links.js';
import { LinksResponse, linksResponse } from './links.response.js';
import type { PaymentCase } from './payment-case.entity.js';
import { freeCases } from './queue.js';

@Query('cases')
@Roles(...PAYMENT_READERS)
@NotedExport()
@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly views: Views,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ByMerchant()
  @ApiOperation({ summary: 'Cases, the longest waiting first' })
  @Listed(CasesResponse)
  cases(
    @Queried() query: CasesQuery,
    @Caller() caller: Caller,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<CasesResponse | StreamableFile> {
    const now = this.clock.now();
    const select = casesFor(caller, query, now);
    const order = CASE_ORDERS[query.sort];
    return this.lists.answer(
      caseExport(now.toISOString()),
      { query, headers, order, select },
      reply,
    );
  }

  @Get('queue')
  @ByMerchant()
  @Roles('analyst', 'auditor', 'operator')
  @ApiOperation({ summary: 'Free cases, in the order in which the next one is given' })
  @ApiOkResponse({ type: QueueResponse })
  async queue(@Queried() query: QueueQuery, @Caller() caller: Caller): Promise<QueueResponse> {
    const now = this.clock.now();
    const { result, position } = await this.views.read('cases', query, (manager) =>
      freeCases(manager, caller, query, now).getMany(),
    );
    return { items: result.map((row) => caseResponse(row, now.toISOString())), position };
  }

  @Get('counts')
  @Roles('analyst', 'operator', 'auditor')
  @ApiOperation({ summary: 'How many cases each of the usual lists has for the caller' })
  @ApiOkResponse({ type: CaseCountsResponse })
  async counts(
    @Queried() query: PositionQuery,
    @Caller() caller: Caller,
  ): Promise<CaseCountsResponse> {
    const { result, position } = await this.views.read('cases', query, (manager) =>
      countCases(manager, personOf(caller), this.clock.now()),
    );
    return { ...result, position };
  }

  @Get(':paymentId/links')
  @Roles('analyst', 'operator', 'auditor')
  @ApiOperation({ summary: 'Payments with the same card, device or customer' })
  @ApiOkResponse({ type: LinksResponse })
  async links(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Queried() query: PositionQuery,
    @Caller() caller: Caller,
  ): Promise<LinksResponse> {
    const { result, position } = await this.views.read('cases', query, async (manager) => {
      const found = await oneCase(manager, caller, paymentId);
      return found && linksOf(manager, found);
    });
    if (!result) throw new Problem('not-found', `no case of ${paymentId}, as of ${position}`);
    return linksResponse(result, position);
  }

  @Get(':paymentId')
  @ByMerchant()
  @ApiOperation({ summary: 'The case of one payment' })
  @ApiOkResponse({ type: OneCaseResponse })
  async one(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Queried() query: PositionQuery,
    @Caller() caller: Caller,
  ): Promise<OneCaseResponse> {
    const { result, position } = await this.views.read('cases', query, (manager) =>
      oneCase(manager, caller, paymentId),
    );
    if (!result) throw new Problem('not-found', `no case of ${paymentId}, as of ${position}`);
    const notes = result.desk?.notes ?? [];
    return { ...caseResponse(result, this.clock.nowIso), notes, position };
  }
}

function oneCase(
  manager: EntityManager,
  caller: Caller,
  paymentId: string,
): Promise<PaymentCase | null> {
  return visibleCases(manager, caller)
    .andWhere('row.paymentId = :paymentId', { paymentId })
    .getOne();
}
