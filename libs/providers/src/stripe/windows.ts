import type { Instant } from '#provider-port';

const DAY_S = 86_400;

type Windows<Item> = {
  readonly from: Instant;
  readonly now: () => Date;
  /** What Stripe lists between two seconds, newest first; `endS` null: until now. */
  readonly list: (startS: number, endS: number | null) => Promise<Item[]>;
  /** Length of the windows while something is found. */
  readonly windowS?: number;
};

const WINDOW_MAX_S = 64 * DAY_S;

/**
 * Stripe lists newest first; read in windows of time, the items come oldest first without the whole
 * history in memory. Windows grow while nothing is found; the last one has no end.
 */
export async function* oldestFirst<Item>({
  from,
  now,
  list,
  windowS = DAY_S,
}: Windows<Item>): AsyncGenerator<Item[]> {
  let startS = Math.floor(Date.parse(from) / 1000);
  for (let lengthS = windowS; ;) {
    const endS = startS + lengthS;
    const last = endS > now().getTime() / 1000;
    const found = await list(startS, last ? null : endS);
    yield found.reverse();
    if (last) return;
    startS = endS;
    lengthS = found.length === 0 ? Math.min(lengthS * 2, WINDOW_MAX_S) : windowS;
  }
}

/** The filter on `created` of Stripe's lists. */
export function createdIn(startS: number, endS: number | null): { gte: number; lt?: number } {
  return { gte: startS, ...(endS === null ? {} : { lt: endS }) };
}
