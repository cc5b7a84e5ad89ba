import { randomBytes } from 'node:crypto';

const ID_BYTES = 32;
/** How long a person may take at the provider. */
const TIME_MS = 10 * 60_000;
/** Beyond it the oldest are forgotten: anyone may begin one. */
const BEGUN_MAX = 10_000;

/** What the answer of the provider has to fit. */
export type BegunSignIn = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** Sign-ins that wait for the answer of the provider, each of which is taken once. */
export class BegunSignIns {
  readonly #begun = new Map<string, BegunSignIn & { readonly endMs: number }>();

  /** @returns the id, for the browser that began it to keep. */
  add(begun: BegunSignIn, nowMs: number): string {
    const [oldest] = this.#begun.keys();
    if (this.#begun.size >= BEGUN_MAX && oldest !== undefined) this.#begun.delete(oldest);
    const id = randomBytes(ID_BYTES).toString('base64url');
    this.#begun.set(id, { ...begun, endMs: nowMs + TIME_MS });
    return id;
  }

  /** Null for one that is not known, was taken, or took too long. */
  take(id: string, nowMs: number): BegunSignIn | null {
    const begun = this.#begun.get(id);
    this.#begun.delete(id);
    return begun && nowMs < begun.endMs ? begun : null;
  }
}
