import { secondsOf } from '#fraud';
import { syntheticDataset, type Dataset } from '#fraud-model';

export type WorldSize = { readonly days: number; readonly customers: number };

/** Enough for a model that can start without a history of its own; about a minute to train. */
export const WORLD_SIZE: WorldSize = { days: 45, customers: 1500 };

export const WORLDS_SOURCE =
  'payments made up by our own generator, in worlds that each start without a history';

/** Two months apart, so that every world is later than the one before. */
const STARTS = [2023, 2024].flatMap((year) =>
  ['01', '03', '05', '07', '09', '11'].map((month) => `${year}-${month}-01T00:00:00Z`),
);

const MONTH_SECONDS = 30 * 86_400;

/** Of the first worlds; short ones have many customers whom nobody has seen before. */
const SHORT_DAYS = 9;
const SHORT_CUSTOMERS = 2.5;

/**
 * Made-up payments for training, validation and test, in this order of time.
 *
 * Half of the worlds have merchants that send nothing but what a transaction file has, and half of
 * the first eight are short. Each begins with nobody known, so that a new shop's first customers
 * are not suspected for being new.
 */
export function generatedWorlds(
  { days, customers }: WorldSize,
  print: (line: string) => void,
): { readonly train: Dataset; readonly validation: Dataset; readonly test: Dataset } {
  const worlds = STARTS.map((startAt, index) => {
    print(`making up payments from ${startAt.slice(0, 10)}`);
    const short = index < 8 && index % 4 >= 2;
    return syntheticDataset({
      seed: index + 1,
      days: short ? Math.min(days, SHORT_DAYS) : days,
      customers: short ? Math.ceil(customers * SHORT_CUSTOMERS) : customers,
      merchants: Math.ceil(customers / 2),
      startAt,
      bareShare: index % 2 === 0 ? 0.4 : 1,
    });
  });
  return {
    train: joined(worlds.slice(0, 8)),
    validation: joined(worlds.slice(8, 10)),
    test: joined(worlds.slice(10)),
  };
}

/** A month of the generator's default mix, in a world of its own that has run for a month. */
export function heldOutMonth({ customers }: WorldSize): Dataset {
  const startAt = '2026-01-01T00:00:00Z';
  const measuredAt = secondsOf(startAt) + MONTH_SECONDS;
  const merchants = Math.ceil(customers / 2);
  const world = { seed: 901, days: 60, customers, merchants, startAt };
  return syntheticDataset(world).filter(({ at }) => at >= measuredAt);
}

function joined([first, ...others]: readonly Dataset[]): Dataset {
  if (!first) throw new RangeError('nothing to join');
  for (const other of others) first.append(other);
  return first;
}
