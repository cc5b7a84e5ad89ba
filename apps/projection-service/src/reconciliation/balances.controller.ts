import { Controller, Get, Query as Queried, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import { Money } from '#money';
import { NotedExport, Roles } from '#platform';
import type { BalanceDay } from '#reconciliation';
import { headOf, recordsOf, type Columns } from '../lists/csv.js';
import { MEDIA_TYPES } from '../lists/formats.js';
import type { Reply } from '../lists/lists.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { daysOf } from './balance-days.js';
import { BalancesQuery } from './balances.request.js';
import { BalancesResponse, type BalanceDayResponse } from './balances.response.js';

@Query('reconciliation')
@Roles('analyst', 'auditor', 'reconciler', 'approver', 'operator')
@NotedExport()
@Controller('v1/reconciliation/balances')
export class BalancesController {
  constructor(private readonly views: Views) {}

  @Get()
  @ApiOperation({ summary: "Each provider's balance from day to day, by its lines" })
  @ApiExtraModels(BalancesResponse)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(BalancesResponse) } },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  async balances(
    @Queried() query: BalancesQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<BalancesResponse | string> {
    const { result, position } = await this.views.read('reconciliation', query, (manager) =>
      daysOf(manager, query),
    );
    if (query.format !== 'csv') return { items: result.map(dayResponse), position };
    reply.header('content-type', MEDIA_TYPES.csv);
    reply.header('assay-position', position);
    return headOf(COLUMNS) + recordsOf(COLUMNS, result.flatMap(figuresOf));
  }
}

function dayResponse(day: BalanceDay): BalanceDayResponse {
  const { opening, movements, closing, reported, difference } = day;
  return {
    ...{ provider: day.provider, currency: day.currency, day: day.day },
    opening: opening.toString(),
    movements: Object.entries(movements)
      .filter(([, amount]) => amount !== 0n)
      .map(([kind, amount]) => ({ kind, amount: amount.toString() })),
    closing: closing.toString(),
    reported: reported?.toString() ?? null,
    difference: difference?.toString() ?? null,
  };
}

type Figure = Pick<BalanceDayResponse, 'provider' | 'currency' | 'day'> & {
  readonly figure: string;
  readonly minorUnits: string;
};

function figuresOf(balance: BalanceDay): Figure[] {
  const { provider, currency, day, opening, movements, closing, reported, difference } =
    dayResponse(balance);
  const said = { reported, difference };
  return [
    ['opening', opening] as const,
    ...movements.map(({ kind, amount }) => [kind, amount] as const),
    ['closing', closing] as const,
    ...Object.entries(said),
  ].flatMap(([figure, minorUnits]) =>
    minorUnits === null ? [] : [{ provider, currency, day, figure, minorUnits }],
  );
}

const COLUMNS: Columns<Figure> = {
  provider: ({ provider }) => provider,
  currency: ({ currency }) => currency,
  day: ({ day }) => day,
  figure: ({ figure }) => figure,
  amountMinor: ({ minorUnits }) => minorUnits,
  amount: ({ minorUnits, currency }) => Money.of(BigInt(minorUnits), currency).toDecimal(),
};
