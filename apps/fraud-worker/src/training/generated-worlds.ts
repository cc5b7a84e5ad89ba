import { DEFAULT_MIX, HELD_OUT_FROM_DAY, heldOutWorld, moreOf } from '#fraud';
import { syntheticDataset, type Dataset } from '#fraud-model';

export type WorldSize = { readonly days: number; readonly customers: number };

/** Enough for a model that can start without a history of its own; some minutes to train. */
export const WORLD_SIZE: WorldSize = { days: 58, customers: 2000 };

export const WORLDS_SOURCE =
  'payments made up by our own generator, in worlds that each start without a history';

/** Two months apart, so that every world is later than the one before. */
const STARTS = [2021, 2022, 2023, 2024].flatMap((year) =>
  ['01', '03', '05', '07', '09', '11'].map((month) => `${year}-${month}-01T00:00:00Z`),
);

/** As many for validation as for test; the others are learnt from. */
const TEST_WORLDS = 2;
const TRAIN_WORLDS = STARTS.length - 2 * TEST_WORLDS;

/** The held-out month has as many more customers, so that its figures are not luck. */
const HELD_OUT_WORLDS = 4;
const DAY = 86_400;

/** Merchants of every fifth world: one shop alone, or a few of them. The others are towns. */
const FEW_MERCHANTS = [1, 1, 3, 30, 10];
const CUSTOMERS_PER_MERCHANT = 2;

/** As many times the usual frauds, so that there is more to learn from. */
const FRAUD_TIMES = 4;
/** Even so there would be but a few compromised merchants. */
const COMPROMISED_TIMES = 16;

const TRAIN_MIX = moreOf(DEFAULT_MIX, {
  stolenCard: FRAUD_TIMES,
  takenOverAccount: FRAUD_TIMES,
  testedCards: FRAUD_TIMES,
  compromisedMerchant: COMPROMISED_TIMES,
  inflatedAmounts: FRAUD_TIMES,
  madeUpIdentity: FRAUD_TIMES,
});

/** Of the first worlds; short ones have many new customers. */
const SHORT_DAYS = 9;
const SHORT_CUSTOMERS = 2.5;

/**
 * Made-up payments for training, validation and test, in this order of time.
 *
 * Half of the worlds have merchants that send nothing but what a transaction file has, and half of
 * those for training are short. Each begins without known customers, so that those of a new shop
 * are not suspected for being new; every fifth has few merchants, so that large ones are known.
 * What is chosen and measured leaves the first weeks of a world out: thresholds are for every day.
 */
export function generatedWorlds(
  { days, customers }: WorldSize,
  print: (line: string) => void,
): { readonly train: Dataset; readonly validation: Dataset; readonly test: Dataset } {
  const worlds = STARTS.map((startAt, index) => {
    print(`making up payments from ${startAt.slice(0, 10)}`);
    const short = index < TRAIN_WORLDS && index % 4 >= 2;
    const few = index % 5 === 2 ? FEW_MERCHANTS[(index - 2) / 5] : undefined;
    const world = syntheticDataset({
      seed: index + 1,
      days: short ? Math.min(days, SHORT_DAYS) : days,
      customers: short ? Math.ceil(customers * SHORT_CUSTOMERS) : customers,
      merchants: few ?? Math.ceil(customers / CUSTOMERS_PER_MERCHANT),
      startAt,
      bareShare: index % 2 === 0 ? 0.4 : 1,
      mix: index < TRAIN_WORLDS ? TRAIN_MIX : DEFAULT_MIX,
    });
    return index < TRAIN_WORLDS ? world : withoutDays(world, Math.floor(days / 2));
  });
  return {
    train: joined(worlds.slice(0, TRAIN_WORLDS)),
    validation: joined(worlds.slice(TRAIN_WORLDS, -TEST_WORLDS)),
    test: joined(worlds.slice(-TEST_WORLDS)),
  };
}

/** A month of the generator's default mix, in a world of its own that has run for a month. */
export function heldOutMonth({ customers }: WorldSize): Dataset {
  const data = syntheticDataset(heldOutWorld(HELD_OUT_WORLDS * customers));
  return withoutDays(data, HELD_OUT_FROM_DAY);
}

/** A world that has run for some days. */
function withoutDays(data: Dataset, days: number): Dataset {
  const firstAt = data.origins[0]?.at ?? 0;
  const from = firstAt - (firstAt % DAY) + days * DAY;
  return data.filter(({ at }) => at >= from);
}

function joined([first, ...others]: readonly Dataset[]): Dataset {
  if (!first) throw new RangeError('nothing to join');
  for (const other of others) first.append(other);
  return first;
}
