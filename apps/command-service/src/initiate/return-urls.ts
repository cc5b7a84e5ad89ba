import { Problem } from '#platform';

/** Where payers may be sent back to, as the operator says. */
export class ReturnUrls {
  readonly #default: string | null;
  readonly #origins: ReadonlySet<string>;

  /** @param origins separated by commas; that of the default is one of them. */
  constructor({ byDefault, origins }: { byDefault: string | undefined; origins: string }) {
    this.#default = byDefault ?? null;
    const all = [...origins.split(','), ...(byDefault === undefined ? [] : [byDefault])];
    this.#origins = new Set(all.filter((each) => each !== '').map((each) => new URL(each).origin));
  }

  /** @returns the address that a payment is recorded with, or why there is none. */
  of(named: string | undefined): string | Problem {
    if (named === undefined) return this.#default ?? new Problem('return-url-missing');
    const { origin } = new URL(named);
    if (this.#origins.has(origin)) return named;
    return new Problem('return-url-not-allowed', `RETURN_URL_ORIGINS does not name ${origin}`);
  }
}
