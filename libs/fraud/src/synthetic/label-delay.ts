import { DAY } from '../instant.js';
import type { SeededRandom } from '../seeded-random.js';

/** Some fraud is found at the desk within a day, most is reported weeks later. */
const DESK_SHARE = 0.3;
const DESK_DAYS = [0.02, 1] as const;
const REPORTED = { medianDays: 9, spread: 0.6, daysMax: 60 };

export function delayOf(random: SeededRandom): number {
  if (random.chance(DESK_SHARE)) return random.between(...DESK_DAYS) * DAY;
  const { medianDays, spread, daysMax } = REPORTED;
  return Math.min(daysMax, medianDays * Math.exp(spread * random.normal())) * DAY;
}

/** Share of frauds of this age, in seconds, that are known. */
export function labelledBy(age: number): number {
  const days = age / DAY;
  const [from, to] = DESK_DAYS;
  const desk = Math.max(0, Math.min(1, (days - from) / (to - from)));
  return DESK_SHARE * desk + (1 - DESK_SHARE) * reportedBy(days);
}

function reportedBy(days: number): number {
  if (days <= 0) return 0;
  if (days >= REPORTED.daysMax) return 1;
  const z = Math.log(days / REPORTED.medianDays) / REPORTED.spread;
  // The logistic curve that differs from the normal distribution by at most 0.01.
  return 1 / (1 + Math.exp(-1.702 * z));
}
