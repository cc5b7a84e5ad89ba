import type { ProviderName } from '#provider-port';
import type { Fault } from '../faults/faults.js';
import type { Answer, Call, Operation } from './operation.js';

/** How one provider takes requests: who may ask, how it knows a repeat, how a refusal reads. */
export abstract class Door {
  abstract readonly provider: ProviderName;
  abstract readonly operations: readonly Operation[];
  /** What its paths look like: an unknown path is answered in its manner. */
  abstract readonly paths: RegExp;

  readonly #underway = new Set<string>();

  /** @throws the provider's refusal when the caller is not let in. */
  protected abstract admit(call: Call, operation: Operation): void;

  /** Where an answer to this request is kept; null when repeats are not recognised. */
  protected abstract keyOf(call: Call, operation: Operation): string | null;

  /** @throws the provider's refusal when the key was used for another request. */
  protected abstract recall(key: string, call: Call, operation: Operation): Answer | null;

  /** @returns the answer as it is sent, so that nothing is written out twice. */
  protected abstract keep(key: string, call: Call, answer: Answer): Answer;

  /** The answer to a second request under a key while the first is underway. */
  protected abstract conflict(key: string, call: Call): Answer;

  /** Turns what a handler threw into an answer; undefined when it was no refusal. */
  protected abstract refusal(error: unknown, call: Call): Answer | undefined;

  /** How this provider says 404 to an unknown path, 405, 429 and 500. */
  abstract failure(status: 404 | 405 | 429 | 500, call: Call): Answer;

  /** Headers that every answer carries. */
  abstract headers(call: Call): Readonly<Record<string, string>>;

  /** What the caller sent as idempotency key, for the log of requests. */
  abstract sentKey(call: Call): string | null;

  /** Whether a repeat gets the failure that came after the fact. */
  protected abstract readonly keepsFailures: boolean;

  /**
   * Does what is asked, once per key, and answers when it is on disk.
   *
   * @throws what is no refusal: a bug.
   */
  async answer(operation: Operation, call: Call, fault: Fault | null): Promise<Answer> {
    try {
      this.admit(call, operation);
      const key = this.keyOf(call, operation);
      if (key === null) return await this.#execute(operation, call, fault, null);
      return await this.#once(key, operation, call, fault);
    } catch (error) {
      const answer = this.refusal(error, call);
      if (answer === undefined) throw error;
      return answer;
    }
  }

  async #once(key: string, operation: Operation, call: Call, fault: Fault | null): Promise<Answer> {
    if (this.#underway.has(key)) return this.conflict(key, call);
    const recalled = this.recall(key, call, operation);
    if (recalled !== null) return { ...recalled, replayed: true };
    this.#underway.add(key);
    try {
      return await this.#execute(operation, call, fault, key);
    } finally {
      this.#underway.delete(key);
    }
  }

  async #execute(
    operation: Operation,
    call: Call,
    fault: Fault | null,
    key: string | null,
  ): Promise<Answer> {
    if (fault !== null && fault.delayMs > 0) await pause(fault.delayMs);
    const done = operation.handle(call);
    const failed = fault?.effect === '500-after';
    const answer = failed ? this.failure(500, call) : done;
    const kept = key === null ? done : this.keep(key, call, this.keepsFailures ? answer : done);
    await call.draft.commit();
    return failed ? answer : kept;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
