import { Controller, Get, Header, Param, ParseEnumPipe } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Problem, Roles } from '#platform';
import { watchJobName, type WatchPeriod } from '../fraud-watch/fraud-watch.js';
import type { FraudMeasures } from '../fraud-watch/fraud-measures.js';
import { Scheduler } from '../jobs/scheduler.js';
import { fraudReport } from './fraud-report.js';
import { PAGE_POLICY } from './page.js';

const PERIODS = { weekly: 'weekly', monthly: 'monthly' } as const;
const PERIOD = new ParseEnumPipe(PERIODS, {
  exceptionFactory: () =>
    new Problem('request-invalid', undefined, [
      { field: 'period', message: `must be one of ${Object.keys(PERIODS).join(', ')}` },
    ]),
});

@ApiTags('reports')
@ApiBearerAuth()
@ApiParam({ name: 'period', enum: PERIODS })
@Controller('v1/reports/fraud')
export class ReportsController {
  constructor(private readonly scheduler: Scheduler) {}

  @Get(':period')
  @Roles('analyst', 'operator', 'auditor', 'approver')
  @ApiOperation({ summary: 'What the last weekly or monthly fraud watch found' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  measures(@Param('period', PERIOD) period: WatchPeriod): Promise<FraudMeasures> {
    return this.#last(period);
  }

  @Get(':period/page')
  @Roles('analyst', 'operator', 'auditor', 'approver')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PAGE_POLICY)
  @ApiProduces('text/html')
  @ApiOperation({ summary: 'The same as one page with plots, to read, print or send' })
  @ApiOkResponse({ schema: { type: 'string' } })
  async page(@Param('period', PERIOD) period: WatchPeriod): Promise<string> {
    return fraudReport(period, await this.#last(period));
  }

  async #last(period: WatchPeriod): Promise<FraudMeasures> {
    const name = watchJobName(period);
    const { lastResult } = (await this.scheduler.runnerOf(name)?.record()) ?? {};
    if (!lastResult) {
      throw new Problem('not-found', `${name} has not run yet; POST /v1/jobs/${name}/run runs it`);
    }
    return lastResult as unknown as FraudMeasures;
  }
}
