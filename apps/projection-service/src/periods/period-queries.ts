import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  closingsOf,
  endOf,
  monthAfter,
  monthBefore,
  monthOf,
  startOf,
  type Closing,
  type Month,
  type PeriodsState,
} from '#journal';
import { Clock, Problem } from '#platform';
import { entriesResponse } from '../journal/entries.js';
import type { EntriesResponse } from '../journal/journal.response.js';
import { PeriodDecisions } from '../journal/period-decisions.js';
import { pageOf } from '../lists/page.js';
import type { PageQuery } from '../lists/page.request.js';
import type { PositionQuery } from '../views/position.request.js';
import { Views } from '../views/views.js';
import { booksAt } from './closed-books.js';
import { lateEntries } from './late-entries.js';
import { PeriodCommands } from './period-commands.js';
import type { ClosedBalanceQuery } from './periods.request.js';
import type {
  ClosedBooksResponse,
  ClosingResponse,
  PeriodResponse,
  PeriodsResponse,
  PeriodSummary,
} from './periods.response.js';

type Summary = Pick<PeriodSummary, keyof PeriodSummary>;

/** What is to be known of the months of the ledger. */
@Injectable()
export class PeriodQueries {
  constructor(
    private readonly decisions: PeriodDecisions,
    private readonly commands: PeriodCommands,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  async periods(query: PositionQuery): Promise<PeriodsResponse> {
    const state = await this.decisions.state();
    const { earliest } = await this.commands.findings(monthOf(this.clock.nowIso));
    const { result, position } = await this.views.read('journal', query, async (manager) => {
      const items: PeriodSummary[] = [];
      for (const period of this.#months(earliest)) {
        items.push(await this.#summary(manager, period, state));
      }
      return items;
    });
    return { closedThrough: state.closedThrough, items: result, position };
  }

  async period(period: Month, query: PositionQuery): Promise<PeriodResponse> {
    const state = await this.decisions.state();
    const { result, position } = await this.views.read('journal', query, (manager) =>
      this.#summary(manager, period, state),
    );
    const { checklist } = await this.commands.findings(period);
    const { reopening } = state;
    return {
      ...result,
      from: startOf(period),
      to: endOf(period),
      checklist,
      history: closingsOf(period, state).map(closingResponse),
      reopening: reopening?.period === period ? reopening : null,
      position,
    };
  }

  /** @throws Problem `not-found` for a month that was not closed, or not as often. */
  async closedBooks(period: Month, query: ClosedBalanceQuery): Promise<ClosedBooksResponse> {
    const closings = closingsOf(period, await this.decisions.state());
    const closing = query.closing ?? closings.length;
    const closed = closings[closing - 1]?.closed;
    if (!closed) throw new Problem('not-found', `${period} was closed ${closings.length} times`);
    // A journal that is being built again would show less than was closed.
    const { minPosition = closed.position, waitMs } = query;
    const asked = { minPosition, waitMs };
    const { result, position } = await this.views.read('journal', asked, (manager) =>
      booksAt(manager, period, closed),
    );
    const { items, digest } = result;
    const asRecorded = digest === closed.digest;
    return { closing, closedAtPosition: closed.position, items, digest, asRecorded, position };
  }

  async lateEntries(period: Month, query: PageQuery): Promise<EntriesResponse> {
    const state = await this.decisions.state();
    const { result, position } = await this.views.read('journal', query, async (manager) => {
      const order = { by: ['commit', 'prepare', 'entryId'], direction: 'DESC' } as const;
      const page = await pageOf(
        lateEntries(manager, period, state),
        { ...order, by: [...order.by] },
        query,
      );
      return entriesResponse(manager, page, state);
    });
    const { rows, nextCursor } = result;
    return { items: [...rows], nextCursor, position };
  }

  /** The newest first. */
  #months(earliest: Month | null): Month[] {
    const months: Month[] = [];
    const current = monthOf(this.clock.nowIso);
    const first = earliest ?? current;
    for (let month = current; month >= first; month = monthBefore(month)) months.push(month);
    return months;
  }

  async #summary(manager: EntityManager, period: Month, state: PeriodsState): Promise<Summary> {
    return {
      period,
      status: this.#statusOf(period, state),
      closings: closingsOf(period, state).length,
      lateEntries: await lateEntries(manager, period, state).getCount(),
    };
  }

  #statusOf(period: Month, { closedThrough }: PeriodsState): PeriodSummary['status'] {
    if (closedThrough !== null && period <= closedThrough) return 'closed';
    return startOf(monthAfter(period)) > this.clock.nowIso ? 'running' : 'open';
  }
}

function closingResponse({ closed, reopened }: Closing, index: number): ClosingResponse {
  const { position, digest, accounts, trialBalance, checklist, closedBy, closedAt } = closed;
  return {
    closing: index + 1,
    ...{ position, digest, accounts, trialBalance, checklist, closedBy, closedAt },
    reopened,
  };
}
