import { Controller, Get, Param, Query as Queried } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Caller, Problem, Roles, ROLES, UuidPipe } from '#platform';
import { pageOf } from '../lists/page.js';
import { PositionQuery } from '../views/position.request.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { caseResponse, CasesResponse, OneCaseResponse } from './case.response.js';
import { CasesQuery } from './cases.request.js';
import { PaymentCase } from './payment-case.entity.js';

@Query('cases')
@Roles(...ROLES)
@Controller('v1/cases')
export class CasesController {
  constructor(private readonly views: Views) {}

  @Get()
  @ApiOperation({ summary: 'Cases, the longest waiting first' })
  @ApiOkResponse({ type: CasesResponse })
  async cases(@Queried() query: CasesQuery, @Caller() caller: Caller): Promise<CasesResponse> {
    const { status, client } = query;
    const { result, position } = await this.views.read('cases', query, (manager) => {
      const cases = visibleCases(manager, caller);
      if (client !== undefined) cases.andWhere('row.client = :ofClient', { ofClient: client });
      if (status !== undefined) cases.andWhere('row.status = :status', { status });
      return pageOf(cases, { by: ['opened', 'paymentId'], direction: 'ASC' }, query);
    });
    return { items: result.rows.map(caseResponse), nextCursor: result.nextCursor, position };
  }

  @Get(':paymentId')
  @ApiOperation({ summary: 'The case of one payment' })
  @ApiOkResponse({ type: OneCaseResponse })
  async one(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Queried() query: PositionQuery,
    @Caller() caller: Caller,
  ): Promise<OneCaseResponse> {
    const { result, position } = await this.views.read('cases', query, (manager) =>
      visibleCases(manager, caller).andWhere('row.paymentId = :paymentId', { paymentId }).getOne(),
    );
    if (!result) throw new Problem('not-found', `no case of ${paymentId}, as of ${position}`);
    return { ...caseResponse(result), position };
  }
}

/** The cases a caller may see, as `row`: a service its own, everybody else all. */
function visibleCases(
  manager: EntityManager,
  { client, role }: Caller,
): SelectQueryBuilder<PaymentCase> {
  const cases = manager.createQueryBuilder(PaymentCase, 'row').where("row.status <> 'none'");
  return role === 'service' ? cases.andWhere('row.client = :client', { client }) : cases;
}
