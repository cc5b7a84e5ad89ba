import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Problem, Roles, UuidPipe } from '#platform';
import { AT_ODDS } from '../at-odds.js';
import { PAGE_POLICY } from '../reports/page.js';
import { whatIfPage } from './what-if-page.js';
import { linesOf } from './what-if-result.js';
import { WhatIfRuns, type WhatIfRun } from './what-if-runs.js';
import { WhatIfRequest } from './what-if.request.js';

const ANY_OBJECT = { schema: { type: 'object', additionalProperties: true } } as const;

@ApiTags('models')
@ApiBearerAuth()
@Roles('analyst', 'operator')
@Controller('v1/what-if')
export class WhatIfController {
  constructor(private readonly runs: WhatIfRuns) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Replays history with another model or other thresholds' })
  @ApiAcceptedResponse(ANY_OBJECT)
  @ApiConflictResponse(AT_ODDS)
  start(@Body() body: WhatIfRequest): WhatIfRun {
    return this.runs.start(body);
  }

  @Get(':id')
  @Roles('analyst', 'auditor', 'operator')
  @ApiOperation({ summary: 'How far a replay is, and at its end what would have been different' })
  @ApiOkResponse(ANY_OBJECT)
  run(@Param('id', UuidPipe) id: string): object {
    const run = this.runs.run(id);
    return { ...run, lines: run.result && linesOf(run.result) };
  }

  @Get(':id/page')
  @Roles('analyst', 'auditor', 'operator')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PAGE_POLICY)
  @ApiProduces('text/html')
  @ApiOperation({ summary: 'The same as one page, to read, print or send' })
  @ApiOkResponse({ schema: { type: 'string' } })
  page(@Param('id', UuidPipe) id: string): string {
    const { result, status } = this.runs.run(id);
    if (!result) throw new Problem('not-found', `the replay is ${status}; it has no result`);
    return whatIfPage(result);
  }
}
