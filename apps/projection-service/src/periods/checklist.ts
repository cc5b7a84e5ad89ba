import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { endOf, type ChecklistItem, type ClosedBalance, type Month } from '#journal';
import { Clock } from '#platform';
import { MATCH_STATUSES, type MatchStatus } from '#reconciliation';
import { PROJECTIONS } from '../catalogue.js';
import { JournalAdjustment } from '../journal/journal.entity.js';
import { ReconciliationMatch } from '../reconciliation/reconciliation.entity.js';
import { overdueBefore, STATUS_NOW } from '../reconciliation/summary.js';
import { Views } from '../views/views.js';

type Found = Omit<ChecklistItem, 'explanation'>;

/** Statuses that ask nothing of a person. */
const SETTLED: readonly MatchStatus[] = ['matched', 'booked'];
const DIFFERENCES = MATCH_STATUSES.filter(
  (status) => !SETTLED.includes(status) && status !== 'expected',
);
const BOOKS = ['journal', 'reconciliation'] as const;

/** What is looked at before a period is closed, computed from the views. */
@Injectable()
export class Checklist {
  constructor(
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  /** @param trialBalance at the end of the period, as the journal has it. */
  async of(period: Month, trialBalance: readonly ClosedBalance[]): Promise<Found[]> {
    const end = new Date(endOf(period));
    const counts = await this.views.read('reconciliation', { waitMs: 0 }, (manager) =>
      this.#statuses(manager, end),
    );
    const waiting = await this.views.read('journal', { waitMs: 0 }, (manager) =>
      waitingAdjustments(manager, end),
    );
    return [
      await this.#viewsItem(end),
      await this.#setAsideItem(),
      trialBalanceItem(trialBalance),
      differencesItem(counts.result),
      counted(
        'expected',
        counts.result.get('expected') ?? 0,
        'movements that the provider has not reported yet',
      ),
      counted('adjustments', waiting.result, 'adjustments that wait for a second person'),
      PROVIDER_BALANCES,
    ];
  }

  /** A view has passed the end of a period when the oldest event it lacks was recorded later. */
  async #viewsItem(end: Date): Promise<Found> {
    const behind: string[] = [];
    let isKnown = true;
    for (const name of BOOKS) {
      const { caughtUp, lagMs, position } = await this.views.progressOf(PROJECTIONS[name]);
      if (caughtUp) continue;
      if (lagMs === null) isKnown = false;
      else if (this.clock.nowMs - lagMs >= end.getTime()) continue;
      behind.push(`${name} is at ${position}`);
    }
    const item = { item: 'views', explainable: false } as const;
    if (!isKnown) {
      const detail = 'the event store does not say what waits for the views';
      return { ...item, status: 'unknown', count: null, detail };
    }
    const { length: count } = behind;
    const detail = count === 0 ? 'all views are past the end of the period' : behind.join(', ');
    return { ...item, status: count === 0 ? 'done' : 'open', count, detail };
  }

  async #setAsideItem(): Promise<Found> {
    let count = 0;
    for (const name of BOOKS) count += (await this.views.setAside(PROJECTIONS[name])).length;
    return counted('set-aside', count, 'payments or lines that the views could not apply');
  }

  async #statuses(manager: EntityManager, end: Date): Promise<ReadonlyMap<string, number>> {
    const rows = await manager
      .createQueryBuilder(ReconciliationMatch, 'row')
      .select(STATUS_NOW, 'status')
      .addSelect('count(*)', 'count')
      .where('row.movedAt < :end', { end })
      .groupBy('1')
      .setParameters({ overdueBefore: overdueBefore(this.clock.now()) })
      .getRawMany<{ status: string; count: string }>();
    return new Map(rows.map(({ status, count }) => [status, Number(count)]));
  }
}

/** No provider's own balance is recorded: nothing says that the journal agrees with it. */
const PROVIDER_BALANCES: Found = {
  item: 'provider-balances',
  status: 'unknown',
  count: null,
  detail: 'no balance that a provider reports of itself is recorded; compare it by hand',
  explainable: true,
};

function trialBalanceItem(trialBalance: readonly ClosedBalance[]): Found {
  const off = trialBalance.filter(({ debits, credits }) => debits !== credits);
  const detail =
    off.length === 0
      ? 'debits are credits in every currency'
      : `debits are not credits in ${off.map(({ currency, book }) => `${currency} (${book})`).join(', ')}`;
  const status = off.length === 0 ? 'done' : 'open';
  return { item: 'trial-balance', status, count: off.length, detail, explainable: false };
}

function differencesItem(counts: ReadonlyMap<string, number>): Found {
  const open = DIFFERENCES.map((status) => [status, counts.get(status) ?? 0] as const).filter(
    ([, count]) => count > 0,
  );
  const count = open.reduce((sum, [, each]) => sum + each, 0);
  const named = open.map(([status, each]) => `${status}: ${each}`).join(', ');
  const item = counted('reconciliation', count, 'movements that two books do not agree on');
  return count === 0 ? item : { ...item, detail: `${item.detail} (${named})` };
}

function counted(item: Found['item'], count: number, what: string): Found {
  const detail = count === 0 ? `no ${what}` : `${count} ${what}`;
  return { item, status: count === 0 ? 'done' : 'open', count, detail, explainable: true };
}

function waitingAdjustments(manager: EntityManager, end: Date): Promise<number> {
  return manager
    .createQueryBuilder(JournalAdjustment, 'row')
    .where(`row.status = 'proposed' AND row.effectiveAt < :end`)
    .orWhere(
      `row.status = 'reversal-proposed' AND (row.reversal ->> 'effectiveAt')::timestamptz < :end`,
    )
    .setParameters({ end })
    .getCount();
}
