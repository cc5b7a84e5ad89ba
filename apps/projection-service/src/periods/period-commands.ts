import { Injectable } from '@nestjs/common';
import { idOf } from '#event-store';
import {
  approveReopening,
  closePeriod,
  monthOf,
  proposeReopening,
  withdrawReopening,
  type ChecklistItem,
  type ClosedBooks,
  type Month,
  type PeriodEvent,
  type PeriodsState,
} from '#journal';
import { Clock, type Requester } from '#platform';
import { JournalDay } from '../journal/journal.entity.js';
import { PeriodDecisions } from '../journal/period-decisions.js';
import { Views } from '../views/views.js';
import { Checklist } from './checklist.js';
import { booksAt, lastKnownAt } from './closed-books.js';

export type Explanations = ReadonlyMap<string, string>;

/** What a closing of a period would record now. */
export type Findings = {
  readonly books: ClosedBooks;
  readonly checklist: readonly ChecklistItem[];
  /** The first month with an entry; null while there is none. */
  readonly earliest: Month | null;
};

type By = { readonly person: string; readonly now: string };

/** Closes and reopens periods. Each throws PeriodError with the rule's code. */
@Injectable()
export class PeriodCommands {
  constructor(
    private readonly decisions: PeriodDecisions,
    private readonly checklist: Checklist,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  async findings(period: Month, explanations: Explanations = new Map()): Promise<Findings> {
    const position = await this.views.reached('journal');
    const { result } = await this.views.read('journal', { waitMs: 0 }, async (manager) => {
      const knownAt = await lastKnownAt(manager);
      const { items: _items, ...books } = await booksAt(manager, period, { position, knownAt });
      const row = await manager
        .createQueryBuilder(JournalDay, 'row')
        .select('min(row.effectiveDay)::text', 'day')
        .getRawOne<{ day: string | null }>();
      const day = row?.day ?? null;
      return { books, earliest: day === null ? null : monthOf(day) };
    });
    const found = await this.checklist.of(period, result.books.trialBalance);
    const checklist = found.map((item) => ({
      ...item,
      explanation: item.status === 'done' ? null : (explanations.get(item.item) ?? null),
    }));
    return { ...result, checklist };
  }

  async close(period: Month, explanations: Explanations, requester: Requester): Promise<void> {
    const { books, checklist, earliest } = await this.findings(period, explanations);
    await this.#decide(['close', period], requester, (state, { person, now }) =>
      closePeriod(
        { period, ...books, checklist, closedBy: person, closedAt: now },
        earliest,
        state,
      ),
    );
  }

  proposeReopening(period: Month, reason: string, requester: Requester): Promise<PeriodsState> {
    return this.#decide(['reopen', period], requester, (state, by) =>
      proposeReopening(period, reason, by, state),
    );
  }

  approveReopening(period: Month, requester: Requester): Promise<PeriodsState> {
    return this.#decide(['approve', period], requester, (state, by) =>
      approveReopening(period, by, state),
    );
  }

  withdrawReopening(period: Month, note: string, requester: Requester): Promise<PeriodsState> {
    return this.#decide(['withdraw', period], requester, (state, by) =>
      withdrawReopening(period, note, by, state),
    );
  }

  #decide(
    what: readonly string[],
    { person, key, replayed }: Requester,
    decide: (state: PeriodsState, by: By) => readonly PeriodEvent[],
  ): Promise<PeriodsState> {
    const by = { person, now: this.clock.nowIso };
    const commandId = idOf('journal-periods', person, key ?? by.now, ...what);
    const cause = { client: 'accounting', actor: person, commandId };
    return this.decisions.decide(cause, (state) => decide(state, by), replayed);
  }
}
