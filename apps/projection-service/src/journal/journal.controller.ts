import { Controller, Get, Query as Queried, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { EventStore } from '#event-store';
import { Noted, NotedExport, Roles } from '#platform';
import { Exports } from '../lists/exports.js';
import type { Reply } from '../lists/lists.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { balancesAt, trialBalanceOf } from './balances.js';
import { entriesOf } from './entries.js';
import { JournalWatch } from './journal-watch.js';
import { journalFile } from './journal-export.js';
import {
  BalancesQuery,
  EntriesQuery,
  InvariantsQuery,
  JournalExportQuery,
  StatementQuery,
  WhyQuery,
} from './journal.request.js';
import {
  AccountsResponse,
  EntriesResponse,
  InvariantsResponse,
  StatementResponse,
  TrialBalanceResponse,
  WhyResponse,
} from './journal.response.js';
import { PeriodDecisions } from './period-decisions.js';
import { statementOf } from './statement.js';
import { explaining, whyOf } from './why.js';

@Query('journal')
@Roles('analyst', 'auditor', 'reconciler', 'approver', 'operator')
@NotedExport()
@Controller('v1/journal')
export class JournalController {
  constructor(
    private readonly views: Views,
    private readonly exports: Exports,
    private readonly periods: PeriodDecisions,
    private readonly store: EventStore,
    private readonly watch: JournalWatch,
  ) {}

  @Get('entries')
  @ApiOperation({ summary: 'Journal entries, newest first' })
  @ApiOkResponse({ type: EntriesResponse })
  async entries(@Queried() query: EntriesQuery): Promise<EntriesResponse> {
    const periods = await this.periods.state();
    const { result, position } = await this.views.read('journal', query, (manager) =>
      entriesOf(manager, query, periods),
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

  @Get('statement')
  @ApiOperation({ summary: 'Why an account stands where it does, at any two times' })
  @ApiOkResponse({ type: StatementResponse })
  async statement(@Queried() query: StatementQuery): Promise<StatementResponse> {
    const { result, position } = await this.views.read('journal', query, (manager) =>
      statementOf(manager, query),
    );
    return { ...result, position };
  }

  @Get('why')
  @ApiOperation({ summary: 'What a balance at any two times comes from, down to commands' })
  @ApiOkResponse({ type: WhyResponse })
  async why(@Queried() query: WhyQuery): Promise<WhyResponse> {
    const asked = explaining(query);
    const { result, position } = await this.views.read('journal', asked, (manager) =>
      statementOf(manager, asked),
    );
    return whyOf(this.store, { ...result, position });
  }

  @Get('invariants')
  @ApiOperation({ summary: 'Whether the journal is what it has to be, in a sample or in full' })
  @ApiOkResponse({ type: InvariantsResponse })
  async invariants(@Queried() { full }: InvariantsQuery): Promise<InvariantsResponse> {
    const { tallies, ...look } = await this.watch.look(full === 'true');
    const items = [...tallies].map(([invariant, { checked, violations }]) => ({
      ...{ invariant, holds: violations === 0, checked, violations },
    }));
    return { ...look, holds: items.every(({ holds }) => holds), items };
  }

  @Get('export')
  @Noted()
  @ApiOperation({ summary: 'The journal for other programs of accounting, oldest entry first' })
  @ApiOkResponse({
    description: 'A file, whose header Assay-Position says as of which position it is',
    content: Object.fromEntries(
      ['text/plain', 'text/csv', 'application/jsonl'].map((type) => [
        type,
        { schema: { type: 'string' } },
      ]),
    ),
  })
  async export(
    @Queried() query: JournalExportQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const periods = await this.periods.state();
    const { file, position } = await this.exports.file(query, journalFile(query, periods));
    reply.header('assay-position', position);
    return file;
  }
}
