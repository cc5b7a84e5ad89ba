import { Controller, Get, Query as Queried } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Roles } from '#platform';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { balancesAt, trialBalanceOf } from './balances.js';
import { entriesOf } from './entries.js';
import { BalancesQuery, EntriesQuery } from './journal.request.js';
import { AccountsResponse, EntriesResponse, TrialBalanceResponse } from './journal.response.js';

@Query('journal')
@Roles('analyst', 'auditor', 'operator')
@Controller('v1/journal')
export class JournalController {
  constructor(private readonly views: Views) {}

  @Get('entries')
  @ApiOperation({ summary: 'Journal entries, newest first' })
  @ApiOkResponse({ type: EntriesResponse })
  async entries(@Queried() query: EntriesQuery): Promise<EntriesResponse> {
    const { result, position } = await this.views.read('journal', query, (manager) =>
      entriesOf(manager, query),
    );
    return { items: [...result.rows], nextCursor: result.nextCursor, position };
  }

  @Get('accounts')
  @ApiOperation({ summary: 'What every account stands at, now or at any point of both times' })
  @ApiOkResponse({ type: AccountsResponse })
  async accounts(@Queried() query: BalancesQuery): Promise<AccountsResponse> {
    const { result, position } = await this.views.read('journal', query, (manager) =>
      balancesAt(manager, query),
    );
    return { items: result, position };
  }

  @Get('trial-balance')
  @ApiOperation({ summary: 'All debits against all credits per currency; they are equal' })
  @ApiOkResponse({ type: TrialBalanceResponse })
  async trialBalance(@Queried() query: BalancesQuery): Promise<TrialBalanceResponse> {
    const { result, position } = await this.views.read('journal', query, (manager) =>
      balancesAt(manager, query),
    );
    const items = trialBalanceOf(result);
    return { balanced: items.every(({ difference }) => difference === '0'), items, position };
  }
}
