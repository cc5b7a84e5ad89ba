import fc from 'fast-check';
import { SeededRandom } from '#fraud';
import { Money } from '#money';
import type { PaymentEvent } from '#payments';
import { paymentHistory } from './payment-histories.js';

/** Decimals 2, 0 and 3. */
export const CURRENCIES = ['EUR', 'JPY', 'OMR'];

/** Names that other programs read as something else, unless they are written with care. */
export const MERCHANTS = ['m-1', 'M-1', 'متجر', 'a:b;c "d" \\e', '-x2d-', '1'];

const DAY_MS = 86_400_000;

type Asked = { readonly count: number; readonly seed: number; readonly daysMax?: number };

/**
 * Histories of payments that moved money, of several merchants and currencies.
 *
 * @param asked.daysMax times of events are moved back by up to so many days, each by its own.
 */
export function bookedHistories({ count, seed, daysMax = 0 }: Asked): PaymentEvent[][] {
  const random = new SeededRandom(seed);
  return fc
    .sample(paymentHistory, { numRuns: count * 10, seed })
    .filter((history) => history.some(({ type }) => type === 'PaymentCaptured'))
    .slice(0, count)
    .map((history, i) => {
      const currency = CURRENCIES[i % CURRENCIES.length] ?? '';
      const merchantId = MERCHANTS[Math.floor(i / CURRENCIES.length) % MERCHANTS.length] ?? '';
      const earlierMs = (): number => Math.floor(random.next() * daysMax * DAY_MS);
      return history.map((event) => varied(event, { currency, merchantId, earlierMs }));
    });
}

type Variation = {
  readonly currency: string;
  readonly merchantId: string;
  readonly earlierMs: () => number;
};

function varied(event: PaymentEvent, variation: Variation): PaymentEvent {
  return variedIn('', event, variation) as PaymentEvent;
}

function variedIn(name: string, value: unknown, variation: Variation): unknown {
  if (name === 'merchantId') return variation.merchantId;
  if (value instanceof Money) return Money.of(value.minorUnits, variation.currency);
  if (typeof value === 'string' && name.endsWith('At')) {
    return new Date(Date.parse(value) - variation.earlierMs()).toISOString();
  }
  if (Array.isArray(value)) return value.map((each) => variedIn('', each, variation));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([field, each]) => [
    field,
    variedIn(field, each, variation),
  ]);
  return Object.fromEntries(fields) as unknown;
}
