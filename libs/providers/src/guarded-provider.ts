import {
  bulkhead,
  BrokenCircuitError,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
  wrap,
  type IPolicy,
} from 'cockatiel';
import type { Money } from '#money';
import {
  type BookEntry,
  type DifferingEndpoint,
  type Instant,
  type LookUpRequest,
  type MovedBy,
  type Operation,
  type OptionalOperation,
  type OutcomeOf,
  PaymentProvider,
  type ProviderFact,
  type RequestOf,
  ProviderUnavailable,
  type VerifiedWebhook,
} from '#provider-port';

export type GuardOptions = {
  /** Calls in a row without an answer before the provider is not asked any more. */
  readonly failuresMax: number;
  /** How long, until one call tries again. */
  readonly restMs: number;
  readonly atOnceMax: number;
  /** Calls that wait for one of those; more are turned away at once. */
  readonly queueMax: number;
  /** Repeats of one call under its own id, while its outcome is unknown. */
  readonly retriesMax: number;
  /** Wait before the first repeat; each further one waits twice as long, less a random part. */
  readonly waitMs: number;
  /** No repeat begins later than this after the call. */
  readonly budgetMs: number;
};

const DEFAULTS: GuardOptions = {
  failuresMax: 10,
  restMs: 5_000,
  atOnceMax: 64,
  queueMax: 1_024,
  retriesMax: 2,
  waitMs: 100,
  budgetMs: 10_000,
};

/**
 * Spares a provider that does not answer or wants to be left alone, and our own sockets: turned
 * away calls fail at once as unavailable and not asked, and their promises are kept later.
 *
 * A call whose outcome is unknown is repeated a few times: every request carries its id, so that a
 * repeat moves nothing twice.
 */
export function guarded(
  provider: PaymentProvider,
  options: Partial<GuardOptions> = {},
): PaymentProvider {
  return new GuardedProvider(provider, { ...DEFAULTS, ...options });
}

class GuardedProvider extends PaymentProvider {
  readonly #oneCall: IPolicy;
  #leaveAloneUntilMs = 0;
  /** While it does not answer; then one call after the other finds out whether it does again. */
  #awayUntilMs = 0;

  constructor(
    private readonly provider: PaymentProvider,
    private readonly options: GuardOptions,
  ) {
    super();
    const { failuresMax, restMs, atOnceMax, queueMax } = options;
    const breaker = circuitBreaker(handleWhen(isSilence), {
      breaker: new ConsecutiveBreaker(failuresMax),
      halfOpenAfter: restMs,
    });
    breaker.onStateChange((state) => {
      this.#awayUntilMs = state === CircuitState.Closed ? 0 : Date.now() + restMs;
    });
    this.#oneCall = wrap(bulkhead(atOnceMax, queueMax), breaker);
  }

  override get name(): PaymentProvider['name'] {
    return this.provider.name;
  }

  override get isAway(): boolean {
    return Date.now() < this.#awayUntilMs;
  }

  override refusalOf(amount: Money, movedBy?: MovedBy): string | null {
    return this.provider.refusalOf(amount, movedBy);
  }

  override supports(operation: OptionalOperation): boolean {
    return this.provider.supports(operation);
  }

  override perform<O extends Operation>(
    operation: O,
    request: RequestOf<O>,
  ): Promise<OutcomeOf<O>> {
    return this.#guard(() => this.provider.perform(operation, request));
  }

  override lookUp(request: LookUpRequest): Promise<readonly ProviderFact[]> {
    return this.#guard(() => this.provider.lookUp(request));
  }

  override paymentOf(reference: string): Promise<string | null> {
    return this.#guard(() => this.provider.paymentOf(reference));
  }

  override knows(reference: string): Promise<boolean> {
    return this.#guard(() => this.provider.knows(reference));
  }

  override events(from: Instant): AsyncIterable<VerifiedWebhook> {
    return this.provider.events(from);
  }

  override differingEndpoints(): Promise<readonly DifferingEndpoint[]> {
    return this.#guard(() => this.provider.differingEndpoints());
  }

  override event(eventId: string): Promise<VerifiedWebhook | null> {
    return this.#guard(() => this.provider.event(eventId));
  }

  override books(from: Instant): AsyncIterable<BookEntry> {
    return this.provider.books(from);
  }

  /** Repeats a call within the budget, each time under the guard. */
  async #guard<Answer>(run: () => Promise<Answer>): Promise<Answer> {
    const { retriesMax, waitMs, budgetMs } = this.options;
    const endsAtMs = Date.now() + budgetMs;
    const unanswered: ProviderUnavailable[] = [];
    let nextWaitMs = 0;
    let growingMs = waitMs;
    const isWorthRepeating = (error: unknown): boolean => {
      if (!isRepeatable(error)) return false;
      nextWaitMs = (error.retryAfterMs ?? 0) + randomPartOf(growingMs);
      growingMs *= 2;
      return Date.now() + nextWaitMs < endsAtMs;
    };
    const policy = retry(handleWhen(isWorthRepeating), {
      maxAttempts: retriesMax,
      backoff: new DelegateBackoff(() => nextWaitMs),
    });
    try {
      return await policy.execute(async () => {
        try {
          return await this.#once(run);
        } catch (error) {
          if (error instanceof ProviderUnavailable && !error.notAsked) unanswered.push(error);
          throw error;
        }
      });
    } catch (error) {
      // An earlier try of this call did reach the provider, so what it did is not known.
      const turnedAway = error instanceof ProviderUnavailable && error.notAsked;
      throw turnedAway ? (unanswered.at(-1) ?? error) : error;
    }
  }

  async #once<Answer>(run: () => Promise<Answer>): Promise<Answer> {
    const leftMs = this.#leaveAloneUntilMs - Date.now();
    if (leftMs > 0) throw this.#notAsked('it wants to be left alone', { retryAfterMs: leftMs });
    try {
      return await this.#oneCall.execute(run);
    } catch (error) {
      if (error instanceof BrokenCircuitError) {
        throw this.#notAsked('it does not answer', { cause: error });
      }
      if (error instanceof BulkheadRejectedError) {
        throw this.#notAsked('too many calls', { cause: error });
      }
      if (error instanceof ProviderUnavailable && error.retryAfterMs !== null) {
        this.#leaveAloneUntilMs = Date.now() + error.retryAfterMs;
      }
      throw error;
    }
  }

  #notAsked(
    why: string,
    options: ErrorOptions & { readonly retryAfterMs?: number },
  ): ProviderUnavailable {
    return new ProviderUnavailable(this.name, `not asked, ${why}`, { ...options, notAsked: true });
  }
}

/** An answer that money is still on its way is an answer. */
function isSilence(error: unknown): boolean {
  return error instanceof ProviderUnavailable && !error.undecided;
}

/** Turned away for want of an answer or of room: repeating would only add to it. */
function isRepeatable(error: unknown): error is ProviderUnavailable {
  if (!(error instanceof ProviderUnavailable) || error.undecided) return false;
  return !error.notAsked || error.retryAfterMs !== null;
}

/** Random, so that calls that failed together do not come back together. */
function randomPartOf(ms: number): number {
  return ms * (0.5 + Math.random() / 2);
}
