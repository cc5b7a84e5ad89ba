import { DAY, HOUR } from './instant.js';

/** Merchants of no more payments a day than this keep their own scale. */
const PER_DAY_MAX = 4;

/** As if a new merchant had been seen for so long with that many payments a day. */
const PRIOR_SECONDS = 6 * HOUR;

/**
 * Scales a busy merchant of any size to one of four payments a day: hundreds of payments an
 * hour are no more unusual for a large shop than a few a day are for a small one, and to a model
 * they must not look like it. A count is divided by how much more than the small one's is usual
 * here, times are as long as the small one would need for as many payments.
 */
export class MerchantScale {
  /** How many times the payments of a small merchant; at least 1. */
  readonly #times: number;
  readonly #perSecond: number;

  /**
   * @param count of payments in the seconds before.
   * @param seconds since the first payment, or the width of the window if that is less.
   */
  constructor(count: number, seconds: number) {
    const prior = (PER_DAY_MAX * PRIOR_SECONDS) / DAY;
    this.#perSecond = (count + prior) / (Math.max(0, seconds) + PRIOR_SECONDS);
    this.#times = Math.max(1, (this.#perSecond * DAY) / PER_DAY_MAX);
  }

  /** A count of payments within so many seconds. */
  count(count: number, width: number): number {
    return count * Math.min(1, roomIn(width) / (this.#perSecond * width));
  }

  /** How many seconds a small merchant would need for as many payments. */
  seconds(seconds: number): number {
    return seconds * this.#times;
  }
}

/** Some of the payments within so many seconds: of more than a small merchant's, their share. */
export function someOf(some: number, all: number, width: number): number {
  return some * Math.min(1, roomIn(width) / Math.max(1, all));
}

/** Payments of a small merchant within so many seconds. */
function roomIn(width: number): number {
  return Math.max(1, (PER_DAY_MAX * width) / DAY);
}
