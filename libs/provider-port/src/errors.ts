import type { ProviderFact } from './provider-fact.js';

type UnavailableOptions = ErrorOptions & {
  readonly undecided?: boolean;
  readonly notAsked?: boolean;
  readonly retryAfterMs?: number | null;
};

/**
 * Timeout, reset, 5xx or rate limit: the outcome is unknown. Repeat under the same id.
 */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
  /** True when the provider did answer: that it has not decided yet. */
  readonly undecided: boolean;
  /** True when nothing was sent: this call moved no money, though an earlier one may have. */
  readonly notAsked: boolean;
  /** How long the provider wants to be left alone; null when it did not say. */
  readonly retryAfterMs: number | null;

  constructor(
    readonly provider: string,
    reason: string,
    { undecided = false, notAsked = false, retryAfterMs, ...options }: UnavailableOptions = {},
  ) {
    super(`${provider}: ${reason}`, options);
    this.undecided = undecided;
    this.notAsked = notAsked;
    this.retryAfterMs = retryAfterMs ?? null;
  }
}

/** The provider rejected the request itself. Not retryable: mend the code or the credentials. */
export class ProviderMisuse extends Error {
  override readonly name = 'ProviderMisuse';

  constructor(
    readonly provider: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${provider}: ${reason}`, options);
  }
}

/** A look-up found objects that it could not read; what it could read is beside them. */
export class UnreadableObjects extends Error {
  override readonly name = 'UnreadableObjects';

  constructor(
    readonly facts: readonly ProviderFact[],
    reasons: readonly string[],
  ) {
    super(reasons.join('; '));
  }
}
