import { DAY, HOUR } from '../instant.js';
import type { SeededRandom } from '../seeded-random.js';
import { honestDraft, type Draft } from './draft.js';
import { activeCustomer, perDayAt, type World } from './world.js';

/** Honest rushes: share of a merchant's days, hours, and how many times as many come. */
const SALE = { share: 1 / 60, hours: [2, 14], more: [1, 6] } as const;

/** What people buy on a day only because a merchant has a sale. */
export function salesOn(
  day: number,
  { random, world, startAt }: { random: SeededRandom; world: World; startAt: number },
): Draft[] {
  const dayAt = startAt + day * DAY;
  return world.merchants.all.flatMap((merchant) => {
    if (!random.chance(SALE.share)) return [];
    const hours = random.between(...SALE.hours);
    const usual = perDayAt(merchant, world) * (hours / 24);
    const from = dayAt + random.below(DAY - Math.ceil(hours * HOUR));
    const count = Math.round(usual * random.between(...SALE.more));
    return Array.from({ length: count }, () => {
      const customer = activeCustomer(random, world, day);
      const draft = honestDraft(random, { customer, merchants: world.merchants, dayAt }, merchant);
      return { ...draft, at: from + random.below(Math.ceil(hours * HOUR)) };
    });
  });
}
