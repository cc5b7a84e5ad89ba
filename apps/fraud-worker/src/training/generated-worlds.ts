import { syntheticDataset, type Dataset } from '#fraud-model';

export type WorldSize = { readonly days: number; readonly customers: number };

/** Enough for a model that can start without a history of its own; about a minute to train. */
export const WORLD_SIZE: WorldSize = { days: 45, customers: 1500 };

export const WORLDS_SOURCE =
  'payments made up by our own generator, in worlds that each start without a history';

/** Two months apart, so that every world is later than the one before. */
const STARTS = ['01', '03', '05', '07', '09', '11'].map((month) => `2024-${month}-01T00:00:00Z`);
const LATER_STARTS = ['2025-01-01T00:00:00Z', '2025-03-01T00:00:00Z'];

/**
 * Made-up payments for training, validation and test, in this order of time.
 *
 * Every second world has merchants that send nothing but what a transaction file has. Each begins
 * with nobody known, so that a new shop's first customers are not suspected for being new.
 */
export function generatedWorlds(
  size: WorldSize,
  print: (line: string) => void,
): { readonly train: Dataset; readonly validation: Dataset; readonly test: Dataset } {
  const worlds = [...STARTS, ...LATER_STARTS].map((startAt, index) => {
    print(`making up payments from ${startAt.slice(0, 10)}`);
    return syntheticDataset({
      seed: index + 1,
      days: size.days,
      customers: size.customers,
      merchants: Math.ceil(size.customers / 2),
      startAt,
      bareShare: index % 2 === 0 ? 0.4 : 1,
    });
  });
  return {
    train: joined(worlds.slice(0, 4)),
    validation: joined(worlds.slice(4, 6)),
    test: joined(worlds.slice(6)),
  };
}

function joined([first, ...others]: readonly Dataset[]): Dataset {
  if (!first) throw new RangeError('nothing to join');
  for (const other of others) first.append(other);
  return first;
}
