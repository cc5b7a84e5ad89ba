/** Fields of one bucket, stored flat so that a history is one compact array of numbers. */
const AT = 0;
const COUNT = 1;
const SUM = 2;
const SQUARES = 3;
const MAX = 4;
const FRAUDS = 5;
const LARGE = 6;
const LOGS = 7;
const LOG_SQUARES = 8;
const LOG_RATIOS = 9;
const FIRSTS = 10;
const ODD = 11;
const RAISED = 12;
const STRIDE = 13;

/** What happened in one window of time. */
export type Totals = {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
  readonly max: number;
  readonly frauds: number;
  readonly large: number;
  /** Frauds of an amount that is nothing unusual for their payer. */
  readonly usualFrauds: number;
  /** Of all frauds together. */
  readonly fraudSum: number;
};

/** What a payment was for its payer, known when it is added. */
export type Marks = {
  /** Far above what the payer usually pays. */
  readonly large: boolean;
  /** The payer's first one. */
  readonly first: boolean;
  /** From a new device or country, or of details that do not fit together. */
  readonly odd: boolean;
  /**
   * Logarithm of the amount, less what others pay more at the merchant, and drawn in towards the
   * payer's usual one where far from it.
   */
  readonly log: number;
  /** How much more it is than what the payer usually pays; 0 for a first payment. */
  readonly logRatio: number;
  /** What the amount says about another person paying more: logarithm of how much likelier. */
  readonly raised: number;
};

/** Marks of one window added up. */
export type MarkTotals = {
  readonly count: number;
  readonly sum: number;
  readonly logs: number;
  readonly logSquares: number;
  readonly logRatios: number;
  readonly firsts: number;
  readonly odd: number;
};

/** Frauds in a row, since when, and how many honest payments came after them. */
export type FraudRun = {
  readonly frauds: number;
  readonly first: number;
  /** Payments since it began, with any outcome. */
  readonly payments: number;
  readonly honestSince: number;
};

export type HistoryLimits = {
  /** Buckets kept, at least 8; beyond it neighbours are merged, the older ones first. */
  readonly bucketsMax: number;
  /** Age at which a bucket is dropped, relative to the newest. */
  readonly horizonSeconds: number;
};

/** Certain enough, and far from what numbers can hold. */
const LOG_ODDS_MAX = 20;

/** Where merging begins; 67 days of any number of payments in 256 buckets need about a quarter. */
const FINEST_SHARE_OF_AGE = 1 / 1024;

/**
 * Payments of one customer, card, device or merchant in order of time: one bucket each, and coarser
 * buckets further back once there are too many. Small histories are exact, large ones bounded: a
 * window may begin earlier by a share of its width that is the same for short and long ones.
 */
export class History {
  constructor(readonly values: number[] = []) {}

  /** Adds a payment; one of the same second goes after those already there. */
  add(
    { at, euro, marks }: { at: number; euro: number; marks: Marks },
    { bucketsMax, horizonSeconds }: HistoryLimits,
  ): void {
    const { values } = this;
    const { large, log, logRatio, first, odd, raised } = marks;
    const flags = [large, first, odd].map(Number);
    const bucket = [at, 1, euro, euro * euro, euro, 0, flags[0] ?? 0];
    bucket.push(log, log * log, logRatio, flags[1] ?? 0, flags[2] ?? 0, raised);
    const index = this.#indexAfter(at);
    if (index === values.length) values.push(...bucket);
    else values.splice(index, 0, ...bucket);

    const newest = read(values, values.length - STRIDE + AT);
    const stale = this.#indexAfter(newest - horizonSeconds);
    if (stale > 0) values.splice(0, stale);
    if (values.length > bucketsMax * STRIDE) this.#coarsen(bucketsMax);
  }

  /** Counts (or, when a label is reversed, discounts) a fraud among the payments at `at`. */
  countFraud(at: number, change: 1 | -1): void {
    // A merged bucket carries its newest time, so the payment is in the first one not before it.
    const index = this.#indexAfter(at - 1);
    if (index < this.values.length) {
      this.values[index + FRAUDS] = read(this.values, index + FRAUDS) + change;
    }
  }

  /** Totals over the windows (end − width, end], one per width; widths must ascend. */
  totals<Widths extends readonly number[]>(
    end: number,
    widths: Widths,
  ): { readonly [Index in keyof Widths]: Totals } {
    const { values } = this;
    const totals: Totals[] = [];
    let [count, sum, squares, max, frauds, large] = [0, 0, 0, 0, 0, 0];
    let [usualFrauds, fraudSum] = [0, 0];
    let index = this.#indexAfter(end) - STRIDE;
    for (const width of widths) {
      for (; index >= 0 && read(values, index + AT) > end - width; index -= STRIDE) {
        count += read(values, index + COUNT);
        sum += read(values, index + SUM);
        squares += read(values, index + SQUARES);
        max = Math.max(max, read(values, index + MAX));
        large += read(values, index + LARGE);
        const found = read(values, index + FRAUDS);
        if (found === 0) continue;
        frauds += found;
        usualFrauds += Math.max(0, found - read(values, index + LARGE));
        fraudSum += (read(values, index + SUM) * found) / read(values, index + COUNT);
      }
      totals.push({ count, sum, squares, max, frauds, large, usualFrauds, fraudSum });
    }
    return totals as { [Index in keyof Widths]: Totals };
  }

  /** Marks over the windows (end − width, end], one per width; widths must ascend. */
  marks<Widths extends readonly number[]>(
    end: number,
    widths: Widths,
  ): { readonly [Index in keyof Widths]: MarkTotals } {
    const { values } = this;
    const totals: MarkTotals[] = [];
    let [count, sum, logs, logSquares, logRatios, firsts, odd] = [0, 0, 0, 0, 0, 0, 0];
    let index = this.#indexAfter(end) - STRIDE;
    for (const width of widths) {
      for (; index >= 0 && read(values, index + AT) > end - width; index -= STRIDE) {
        count += read(values, index + COUNT);
        sum += read(values, index + SUM);
        logs += read(values, index + LOGS);
        logSquares += read(values, index + LOG_SQUARES);
        logRatios += read(values, index + LOG_RATIOS);
        firsts += read(values, index + FIRSTS);
        odd += read(values, index + ODD);
      }
      totals.push({ count, sum, logs, logSquares, logRatios, firsts, odd });
    }
    return totals as { [Index in keyof Widths]: MarkTotals };
  }

  /**
   * What the amounts of the window (end − width, end] say together about another person having
   * paid since one of them, whichever that is: logarithm of the odds, 0 for none.
   */
  raisedLogOdds(end: number, width: number): number {
    const { values } = this;
    let [since, odds] = [0, 1];
    for (let index = this.#indexAfter(end) - STRIDE; index >= 0; index -= STRIDE) {
      if (read(values, index + AT) <= end - width) break;
      since = Math.min(LOG_ODDS_MAX, since + read(values, index + RAISED));
      odds += Math.exp(since);
    }
    return Math.log(odds);
  }

  /** Time of the newest payment not after `end`; null when there is none. */
  lastAt(end: number): number | null {
    const index = this.#indexAfter(end) - STRIDE;
    return index < 0 ? null : read(this.values, index + AT);
  }

  /** Times of the oldest and the newest known fraud not after `end`; null when there is none. */
  fraudTimes(end: number): { readonly first: number; readonly last: number } | null {
    const { values } = this;
    let first = -1;
    let last = -1;
    for (let index = this.#indexAfter(end) - STRIDE; index >= 0; index -= STRIDE) {
      if (read(values, index + FRAUDS) === 0) continue;
      first = read(values, index + AT);
      if (last < 0) last = first;
    }
    return last < 0 ? null : { first, last };
  }

  /** Share of known frauds among the last `count` buckets not after `end`. */
  fraudShareOfLast(end: number, count: number): number {
    let payments = 0;
    let frauds = 0;
    let index = this.#indexAfter(end) - STRIDE;
    for (let left = count; left > 0 && index >= 0; left -= 1, index -= STRIDE) {
      payments += read(this.values, index + COUNT);
      frauds += read(this.values, index + FRAUDS);
    }
    return payments === 0 ? 0 : frauds / payments;
  }

  /**
   * The latest run of known frauds not after `end`: no payment that is known to be honest, because
   * it is not after `settledAt` and no label calls it fraud, lies between them.
   */
  fraudRun(end: number, settledAt: number): FraudRun | null {
    const { values } = this;
    let [frauds, first, honestSince, seen, payments] = [0, 0, 0, 0, 0];
    for (let index = this.#indexAfter(end) - STRIDE; index >= 0; index -= STRIDE) {
      const [at, found] = [read(values, index + AT), read(values, index + FRAUDS)];
      seen += read(values, index + COUNT);
      // Of many payments merged into one bucket, most must be frauds to go on with a run.
      const isRun = found > 0 && (at > settledAt || 2 * found >= read(values, index + COUNT));
      if (isRun) [frauds, first, payments] = [frauds + found, at, seen];
      else if (at <= settledAt && frauds > 0) break;
      else if (at <= settledAt) honestSince += read(values, index + COUNT) - found;
    }
    return frauds === 0 ? null : { frauds, first, payments, honestSince };
  }

  /** Amounts in the window (end − width, end] in ascending order. */
  amounts(end: number, width: number): Float64Array {
    const { values } = this;
    const amounts: number[] = [];
    for (let index = this.#indexAfter(end) - STRIDE; index >= 0; index -= STRIDE) {
      if (read(values, index + AT) <= end - width) break;
      amounts.push(read(values, index + SUM) / read(values, index + COUNT));
    }
    return new Float64Array(amounts).sort();
  }

  /** Index of the first bucket later than `at`. */
  #indexAfter(at: number): number {
    const { values } = this;
    let index = values.length;
    while (index > 0 && read(values, index - STRIDE + AT) > at) index -= STRIDE;
    return index;
  }

  /** Merges neighbours, over longer times the older they are, until a quarter is free. */
  #coarsen(bucketsMax: number): void {
    const roomLeft = Math.floor(bucketsMax * 0.75) * STRIDE;
    for (let shareOfAge = FINEST_SHARE_OF_AGE; ; shareOfAge *= 1.5) {
      this.#mergeWithin(shareOfAge);
      if (this.values.length <= roomLeft) return;
    }
  }

  /** Merges buckets that together last no longer than a share of how long ago they were. */
  #mergeWithin(shareOfAge: number): void {
    const { values } = this;
    const newestAt = read(values, values.length - STRIDE + AT);
    let into = values.length - STRIDE;
    for (let from = into - STRIDE; from >= 0; from -= STRIDE) {
      const intoAt = read(values, into + AT);
      const isSameTime = read(values, from + AT) === intoAt;
      if (!isSameTime && intoAt - this.#earliestIn(from) > shareOfAge * (newestAt - intoAt)) {
        into -= STRIDE;
        values.copyWithin(into, from, from + STRIDE);
        continue;
      }
      for (let field = COUNT; field < STRIDE; field += 1) {
        const [one, other] = [read(values, into + field), read(values, from + field)];
        values[into + field] = field === MAX ? Math.max(one, other) : one + other;
      }
    }
    values.splice(0, into);
  }

  /** No payment of a bucket is earlier; of several, all that is known is the bucket before. */
  #earliestIn(bucket: number): number {
    if (read(this.values, bucket + COUNT) === 1) return read(this.values, bucket + AT);
    return bucket === 0 ? -Infinity : read(this.values, bucket - STRIDE + AT);
  }
}

function read(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
