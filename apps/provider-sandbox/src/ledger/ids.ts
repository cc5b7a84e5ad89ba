import { randomFillSync } from 'node:crypto';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE36 = BASE62.slice(0, 36);

/** Ids of one millisecond differ in a counter, so that ids sort by age to the last one. */
const PER_MILLISECOND_MAX = 36 ** 3;

const pool = Buffer.alloc(4096);
let poolUsed = pool.length;

/** Makes ids that look like the providers' own and sort in the order they were made. */
export class Ids {
  readonly #nowMs: () => number;
  #lastMs = 0;
  #count = 0;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** As in `pi_3…`: the prefix and 24 characters. */
  stripe(prefix: string): string {
    const [ms, count] = this.#tick();
    return `${prefix}_${digits(ms, BASE62, 7)}${digits(count, BASE62, 3)}${randomText(14, BASE62)}`;
  }

  /** As PayPal writes them: 17 capitals and digits. */
  paypal(): string {
    const [ms, count] = this.#tick();
    return `${digits(ms, BASE36, 8)}${digits(count, BASE36, 3)}${randomText(6, BASE36)}`;
  }

  #tick(): readonly [number, number] {
    const now = this.#nowMs();
    if (now > this.#lastMs) {
      this.#lastMs = now;
      this.#count = 0;
    } else {
      this.#count += 1;
      if (this.#count === PER_MILLISECOND_MAX) {
        this.#lastMs += 1;
        this.#count = 0;
      }
    }
    return [this.#lastMs, this.#count];
  }
}

/** Sorts after every id that was made for Stripe before this moment, and before all later ones. */
export function stripeIdAt(prefix: string, ms: number): string {
  return `${prefix}_${digits(Math.max(ms, 0), BASE62, 7)}`;
}

/** The same for PayPal. */
export function paypalIdAt(ms: number): string {
  return digits(Math.max(ms, 0), BASE36, 8);
}

/** Not to be guessed: client secrets, tokens and request ids are made of it. */
export function randomText(length: number, alphabet = BASE62): string {
  let text = '';
  while (text.length < length) {
    if (poolUsed === pool.length) {
      randomFillSync(pool);
      poolUsed = 0;
    }
    text += alphabet.charAt((pool[poolUsed] ?? 0) % alphabet.length);
    poolUsed += 1;
  }
  return text;
}

function digits(value: number, alphabet: string, length: number): string {
  let text = '';
  let rest = value;
  for (let place = 0; place < length; place += 1) {
    text = alphabet.charAt(rest % alphabet.length) + text;
    rest = Math.floor(rest / alphabet.length);
  }
  return text;
}
