import {
  Controller,
  Get,
  Headers,
  Param,
  Query as Queried,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock, Problem, Roles } from '#platform';
import type { RequestHeaders } from '../lists/formats.js';
import { Listed } from '../lists/listed.decorator.js';
import { Lists, type Reply } from '../lists/lists.js';
import { PositionQuery } from '../views/position.request.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { EXCEPTION_ORDER, exceptionExport, exceptionsFor } from './exception-list.js';
import { ExceptionsQuery } from './exceptions.request.js';
import { ExceptionsResponse, OneExceptionResponse } from './exceptions.response.js';
import { oneException } from './one-exception.js';

@Query('reconciliation')
@Roles('auditor', 'reconciler', 'approver', 'operator')
@Controller('v1/reconciliation/exceptions')
export class ExceptionsController {
  constructor(
    private readonly views: Views,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What the books do not agree on, the longest known first' })
  @Listed(ExceptionsResponse)
  exceptions(
    @Queried() query: ExceptionsQuery,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ExceptionsResponse | StreamableFile> {
    const now = this.clock.now();
    const select = exceptionsFor(query, now);
    const asked = { query, headers, order: EXCEPTION_ORDER, select };
    return this.lists.answer(exceptionExport(now), asked, reply);
  }

  @Get(':exceptionId')
  @ApiOperation({ summary: 'One exception: both books, why they met, and what people made of it' })
  @ApiOkResponse({ type: OneExceptionResponse })
  async one(
    @Param('exceptionId') exceptionId: string,
    @Queried() query: PositionQuery,
  ): Promise<OneExceptionResponse> {
    const { result, position } = await this.views.read('reconciliation', query, (manager) =>
      oneException(manager, exceptionId, this.clock.now()),
    );
    if (!result) throw new Problem('not-found', `there is no such exception, as of ${position}`);
    return { ...result, position };
  }
}
