import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { Clock } from '#platform';
import { MATCH_STATUSES, type MatchStatus } from '#reconciliation';
import { PaymentCase } from './cases/payment-case.entity.js';
import { JournalAccount } from './journal/journal.entity.js';
import { OrderContradiction } from './orders/order-contradiction.entity.js';
import { ReconciliationMatch } from './reconciliation/reconciliation.entity.js';
import { overdueBefore, STATUS_NOW } from './reconciliation/summary.js';
import { Backlogs, type Imbalance } from './views/backlogs.js';

/** Statuses that ask nothing of a person. */
const SETTLED: readonly MatchStatus[] = ['matched', 'booked', 'expected'];
const DIFFERENCES = MATCH_STATUSES.filter((status) => !SETTLED.includes(status));

/** Counts in the rows of the views. */
@Injectable()
export class DatabaseBacklogs extends Backlogs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  openContradictions(): Promise<number> {
    return this.dataSource.manager.countBy(OrderContradiction, { settledAt: IsNull() });
  }

  openCases(): Promise<number> {
    return this.dataSource.manager.countBy(PaymentCase, { status: 'open' });
  }

  async journalImbalances(): Promise<readonly Imbalance[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(JournalAccount, 'row')
      .select('row.currency', 'currency')
      .addSelect('sum(row.debits - row.credits)', 'sum')
      .groupBy('row.currency')
      .getRawMany<{ currency: string; sum: string }>();
    return rows.map(({ currency, sum }) => ({ currency, minorUnits: BigInt(sum) }));
  }

  async openDifferences(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(ReconciliationMatch, 'row')
      .select(STATUS_NOW, 'status')
      .addSelect('count(*)', 'count')
      // A row is now what it is while it waits, or what it is once it should have come.
      .where([{ overdue: In(DIFFERENCES) }, { status: In(DIFFERENCES) }])
      .setParameters({ overdueBefore: overdueBefore(this.clock.now()) })
      .groupBy('1')
      .getRawMany<{ status: MatchStatus; count: string }>();
    const counts = new Map(rows.map(({ status, count }) => [status, Number(count)]));
    return new Map(DIFFERENCES.map((status) => [status, counts.get(status) ?? 0]));
  }
}
