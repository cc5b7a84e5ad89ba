import type { Dataset } from '#fraud-model';
import { dayAt, type Span } from './transaction-file.js';

const FOLDS = 4;
export const WEEK = 7;

/** Validation weeks end where the training of the first test fold ends. */
const VALIDATION_SHIFT = 5 * WEEK;

/** The handbook's last test week ends before its file does. Shorter files are used to their end. */
const UNTIL_DAY = 157;

/**
 * First day of the seven that the handbook trains on, latest fold first.
 *
 * @throws Error when the file is too short for a single fold.
 */
export function trainStartsOf(
  span: Span,
  { validation, untilDay }: { readonly validation: boolean; readonly untilDay: number | null },
): number[] {
  const end = untilDay ?? Math.min(UNTIL_DAY, span.days);
  const latest = end - 3 * WEEK - (validation ? VALIDATION_SHIFT : 0);
  const all = Array.from({ length: FOLDS }, (_, fold) => latest - fold * WEEK);
  const possible = all.filter((start) => start >= 0);
  if (possible.length > 0) return possible;
  throw new Error(
    `${span.days} days are too few: a fold needs a week each to train, wait and test`,
  );
}

export function daysOf(data: Dataset, span: Span, [from, until]: readonly [number, number]) {
  return data.filter(({ at }) => dayAt(at, span) >= from && dayAt(at, span) < until);
}

/** Rows of a fold's test week, without the customers known as defrauded on each day. */
export function testWeekOf(data: Dataset, span: Span, start: number): Dataset {
  const known = new Set<string>();
  const week = new Set<number>();
  const learn = (day: number) => {
    for (const { at, fraud, customer } of data.origins) {
      if (fraud && dayAt(at, span) === day) known.add(customer);
    }
  };
  for (let day = start; day < start + WEEK; day += 1) learn(day);
  for (let day = start + 2 * WEEK; day < start + 3 * WEEK; day += 1) {
    learn(day - WEEK - 1);
    data.origins.forEach(({ at, customer }, row) => {
      if (dayAt(at, span) === day && !known.has(customer)) week.add(row);
    });
  }
  return data.filter((_, row) => week.has(row));
}
