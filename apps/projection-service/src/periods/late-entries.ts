import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { endOf, startOf, stretchesLateFor, type Month, type PeriodsState } from '#journal';
import { JournalEntryRow } from '../journal/journal.entity.js';

/** Entries that happened in a month and were recorded after it was closed. */
export function lateEntries(
  manager: EntityManager,
  period: Month,
  state: PeriodsState,
): SelectQueryBuilder<JournalEntryRow> {
  const stretches = stretchesLateFor(period, state);
  const rows = manager
    .createQueryBuilder(JournalEntryRow, 'row')
    .where('row.effectiveAt >= :start AND row.effectiveAt < :end', {
      start: startOf(period),
      end: endOf(period),
    });
  if (stretches.length === 0) return rows.andWhere('false');
  return rows.andWhere(
    new Brackets((late) => {
      stretches.forEach(({ after, until }, i) => {
        const parameters: Record<string, string> = {
          [`afterCommit${i}`]: after.commit.toString(),
          [`afterPrepare${i}`]: after.prepare.toString(),
          ...(until && {
            [`untilCommit${i}`]: until.commit.toString(),
            [`untilPrepare${i}`]: until.prepare.toString(),
          }),
        };
        const from = `(row.commit, row.prepare) > (:afterCommit${i}, :afterPrepare${i})`;
        const to = ` AND (row.commit, row.prepare) <= (:untilCommit${i}, :untilPrepare${i})`;
        late.orWhere(until ? from + to : from, parameters);
      });
    }),
  );
}
