/** Repeatable pseudo-random numbers (sfc32): the same seed always gives the same sequence. */
export class SeededRandom {
  readonly #state: Uint32Array;

  constructor(seed: number) {
    this.#state = Uint32Array.of(0x9e3779b9, 0x243f6a88, seed >>> 0, 1);
    for (let round = 0; round < 16; round += 1) this.next();
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.#state;
    const sum = (a + b + counter) | 0;
    this.#state[0] = b ^ (b >>> 9);
    this.#state[1] = (c + (c << 3)) | 0;
    this.#state[2] = ((c << 21) | (c >>> 11)) + sum;
    this.#state[3] = counter + 1;
    return (sum >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** Of mean 0 and deviation 1. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  /** A number of rare independent events, `mean` of them on average. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count += 1;
    return count;
  }

  /** @throws RangeError for an empty list. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /**
   * An item, each as probable as its part of the last of some running totals.
   *
   * @throws RangeError for an empty list.
   */
  pickByWeight<T>(items: readonly T[], totals: Float64Array): T {
    const wanted = this.next() * (totals.at(-1) ?? 0);
    let [from, to] = [0, items.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((totals[middle] ?? 0) > wanted) to = middle;
      else from = middle + 1;
    }
    const item = items[from];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** 0 to `length` − 1 in random order. */
  permutation(length: number): Uint32Array {
    const order = Uint32Array.from({ length }, (_, index) => index);
    for (let index = length - 1; index > 0; index -= 1) {
      const other = this.below(index + 1);
      const held = order[index] ?? 0;
      order[index] = order[other] ?? 0;
      order[other] = held;
    }
    return order;
  }
}
