import { RATE_CLASSES, type RateClass } from './route-class.js';

/** So many in a window, which may come at once. */
export type Rate = { readonly count: number; readonly seconds: number };

/** By class, or by `client:class`; null: no limit. */
export type Rates = ReadonlyMap<string, Rate | null>;

/**
 * High enough that one service which sends 5,000 payments a second, alone or in batches, is never
 * refused; and low enough that a loop gone wild leaves something to the others.
 */
export const USUAL_RATES =
  'commands=25000/s,reads=5000/s,exports=120/min,sign-in=60/min,webhooks=5000/s';

const SECONDS = { s: 1, min: 60, h: 3_600 } as const;
const COUNT_MAX = 1_000_000;
const ENTRY = /^(?:([a-z0-9-]{1,64}):)?([a-z-]+)=(?:off|(\d{1,7})\/(s|min|h))$/;

/** The usual rates, and what the text says instead. @throws Error naming the entry that is none. */
export function ratesOf(text: string): Rates {
  const entries = [USUAL_RATES, text].flatMap((list) => list.split(','));
  return new Map(
    entries
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .map(entryOf),
  );
}

/** The limit of a client, or of all clients; null: there is none. */
export function rateFor(rates: Rates, who: string, rateClass: RateClass): Rate | null {
  const own = rates.get(`${who}:${rateClass}`);
  return own === undefined ? (rates.get(rateClass) ?? null) : own;
}

/** One rate as in `1/s`, or off. @throws Error. */
export function rateOf(text: string): Rate | null {
  if (text === 'off') return null;
  const [, digits = '', unit = ''] = /^(\d{1,7})\/(s|min|h)$/.exec(text) ?? [];
  const count = Number(digits);
  if (count < 1 || count > COUNT_MAX) {
    throw new Error(`${text} must be a rate as 100/s, 100/min or 100/h, or off`);
  }
  return { count, seconds: SECONDS[unit as keyof typeof SECONDS] };
}

function entryOf(entry: string): [string, Rate | null] {
  const [, client, rateClass = ''] = ENTRY.exec(entry) ?? [];
  if (!(RATE_CLASSES as readonly string[]).includes(rateClass)) {
    throw new Error(
      `${entry} must be class=100/s or client:class=100/s, or off instead of 100/s; ` +
        `the classes are ${RATE_CLASSES.join(', ')}`,
    );
  }
  const rate = rateOf(entry.slice(entry.indexOf('=') + 1));
  return [client === undefined ? rateClass : `${client}:${rateClass}`, rate];
}
