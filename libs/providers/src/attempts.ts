import {
  ProviderMisuse,
  ProviderUnavailable,
  type PaymentProvider,
  type Refusal,
} from '#provider-port';
import type { Diagnosis } from './treatment.js';

export type Attempt<Outcome> = {
  readonly run: () => Promise<Outcome>;
  /** Looks whether an earlier attempt did it; null when none did. */
  readonly readBack: () => Promise<Outcome | null>;
  /**
   * True when the provider may have forgotten the idempotency key of an earlier attempt: then it is
   * looked for before anything is sent. Default: false.
   */
  readonly forgotten?: boolean;
};

/** Code of our own refusal of an operation that the provider does not have. */
export const UNSUPPORTED = 'operation-not-supported';

/** Code of our own refusal where the provider could only round, or would refuse the size. */
export const IMMOVABLE = 'amount-not-supported';

export type Diagnose = (error: unknown) => Diagnosis | null;

/** Runs provider calls and turns their errors into outcomes by the provider's error table. */
export class Attempts {
  constructor(
    private readonly provider: PaymentProvider['name'],
    private readonly diagnose: Diagnose,
    private readonly now: () => Date,
  ) {}

  /**
   * One operation that moves money.
   *
   * @throws ProviderUnavailable when its outcome is unknown.
   * @throws ProviderMisuse when the provider calls the request malformed.
   */
  async settle<Outcome>(attempt: Attempt<Outcome>): Promise<Outcome | Refusal> {
    const { run, readBack, forgotten = false } = attempt;
    const done = forgotten ? await this.ask(readBack) : null;
    if (done) return done;
    try {
      return await run();
    } catch (error) {
      const diagnosis = this.#known(error);
      const { treatment } = diagnosis;
      const looks = treatment === 'read-back' || treatment === 'unclear';
      const found = looks ? await this.ask(readBack) : null;
      if (found) return found;
      const refusal = this.#refusal(diagnosis);
      if (refusal) return refusal;
      throw this.#escalated(diagnosis, error);
    }
  }

  /** One call that only reads: when it fails in any way, nothing is known. */
  async ask<Answer>(run: () => Promise<Answer>): Promise<Answer> {
    try {
      return await run();
    } catch (error) {
      throw this.#escalated(this.#known(error), error);
    }
  }

  /** Says no before the provider has to. */
  refuse(code: string, reason: string): Refusal {
    return { status: 'refused', code, reason, at: this.now().toISOString() };
  }

  /** Says no to every such payment before the provider has to. */
  refuseAll(code: string, reason: string): Refusal {
    return { ...this.refuse(code, reason), unsupported: true };
  }

  #refusal({ treatment, code, reason, codes }: Diagnosis): Refusal | null {
    const beside = codes && { codes };
    if (treatment === 'unsupported') return { ...this.refuseAll(code, reason), ...beside };
    const refused = treatment === 'refused' || treatment === 'read-back';
    return refused ? { ...this.refuse(code, reason), ...beside } : null;
  }

  #known(error: unknown): Diagnosis {
    if (error instanceof ProviderUnavailable || error instanceof ProviderMisuse) throw error;
    const diagnosis = this.diagnose(error);
    if (!diagnosis) throw error;
    return diagnosis;
  }

  #escalated({ treatment, code, reason, retryAfterMs }: Diagnosis, cause: unknown): Error {
    const text = reason.includes(code) ? reason : `${code}: ${reason}`;
    if (treatment === 'misuse') return new ProviderMisuse(this.provider, text, { cause });
    return new ProviderUnavailable(this.provider, text, {
      cause,
      retryAfterMs: retryAfterMs ?? null,
    });
  }
}
