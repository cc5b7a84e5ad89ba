import { Controller, Get, Param, Query as Queried, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import { Clock, Problem, Roles } from '#platform';
import { PeriodDecisions } from '../journal/period-decisions.js';
import { MEDIA_TYPES } from '../lists/formats.js';
import type { Reply } from '../lists/lists.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { MonthlyStatementQuery, StatementParams } from './monthly-statement.request.js';
import { MonthlyStatementResponse } from './monthly-statement.response.js';
import type { StatementOf } from './statement-accounts.js';
import { statementCsv } from './statement-csv.js';
import { accountMonths, dayVolumes, merchantFees } from './statement-figures.js';
import { STATEMENT_POLICY, statementPage } from './statement-page.js';
import { openItemsOf, paymentsOf } from './statement-payments.js';

/** A month of one merchant or one provider, in figures that the views have. */
@Query('journal')
@Roles('analyst', 'auditor', 'reconciler', 'approver', 'operator')
@Controller('v1/statements')
export class MonthlyStatementsController {
  constructor(
    private readonly views: Views,
    private readonly periods: PeriodDecisions,
    private readonly clock: Clock,
  ) {}

  @Get(':period')
  @ApiOperation({ summary: 'The month of a merchant or of a provider, as JSON, CSV or a page' })
  @ApiExtraModels(MonthlyStatementResponse)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(MonthlyStatementResponse) } },
      'text/csv': { schema: { type: 'string' } },
      'text/html': { schema: { type: 'string' } },
    },
  })
  async monthlyStatement(
    @Param() { period }: StatementParams,
    @Queried() query: MonthlyStatementQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<MonthlyStatementResponse | string> {
    const statement = await this.#made(period, query);
    if (query.format === 'csv') {
      reply.header('content-type', MEDIA_TYPES.csv);
      return statementCsv(statement);
    }
    if (query.format !== 'html') return statement;
    reply.header('content-type', 'text/html; charset=utf-8');
    reply.header('content-security-policy', STATEMENT_POLICY);
    return statementPage(statement);
  }

  async #made(period: string, query: MonthlyStatementQuery): Promise<MonthlyStatementResponse> {
    const of = subjectOf(query);
    const { asOfRecorded } = query;
    const known = asOfRecorded === undefined ? {} : { known: asOfRecorded };
    const { closedThrough } = await this.periods.state();
    const { result, position } = await this.views.read('journal', query, async (manager) => ({
      accounts: await accountMonths(manager, { period, of, ...known }),
      fees:
        of.merchantId === null
          ? []
          : await merchantFees(manager, of.merchantId, { period, ...known }),
      days: await dayVolumes(manager, { period, of }),
    }));
    const payments = await this.views.read('orders', { waitMs: 0 }, (manager) =>
      paymentsOf(manager, period, of),
    );
    const open = await this.views.read('reconciliation', { waitMs: 0 }, (manager) =>
      openItemsOf(manager, period, { of, now: this.clock.now() }),
    );
    const closed = closedThrough !== null && period <= closedThrough;
    return {
      ...{ period, ...of, closed, ...result },
      payments: payments.result,
      openItems: open.result,
      position,
    };
  }
}

/** @throws Problem `request-invalid` unless it is of one merchant or of one provider. */
function subjectOf({ merchantId, provider }: MonthlyStatementQuery): StatementOf {
  if (merchantId !== undefined && provider === undefined) return { merchantId, provider: null };
  if (provider !== undefined && merchantId === undefined) return { merchantId: null, provider };
  const message = 'must be sent, or provider in its place, and not both';
  throw new Problem('request-invalid', undefined, [{ field: 'merchantId', message }]);
}
