import {
  bulkhead,
  BrokenCircuitError,
  BulkheadRejectedError,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
  wrap,
  type IPolicy,
} from 'cockatiel';
import type { Money } from '#money';
import {
  PaymentProvider,
  ProviderUnavailable,
  type AuthoriseOutcome,
  type AuthoriseRequest,
  type BookLine,
  type CaptureOutcome,
  type CaptureRequest,
  type Instant,
  type RefundOutcome,
  type RefundRequest,
  type VoidOutcome,
  type VoidRequest,
} from './payment-provider.js';
import type { MovedBy } from './wire-amount.js';

export type GuardOptions = {
  /** Calls in a row without an answer before nobody is asked any more. */
  readonly failuresMax: number;
  /** How long, until one call tries again. */
  readonly restMs: number;
  readonly atOnceMax: number;
  /** Calls that wait for one of those; more are turned away at once. */
  readonly queueMax: number;
};

const DEFAULTS: GuardOptions = { failuresMax: 10, restMs: 5_000, atOnceMax: 64, queueMax: 1_024 };

/**
 * Spares a provider that does not answer, and our own sockets: turned away calls fail at once as
 * unavailable, and their promises are kept later.
 */
export function guarded(
  provider: PaymentProvider,
  options: Partial<GuardOptions> = {},
): PaymentProvider {
  return new GuardedProvider(provider, { ...DEFAULTS, ...options });
}

class GuardedProvider extends PaymentProvider {
  readonly #policy: IPolicy;

  constructor(
    private readonly provider: PaymentProvider,
    { failuresMax, restMs, atOnceMax, queueMax }: GuardOptions,
  ) {
    super();
    const breaker = circuitBreaker(handleWhen(isSilence), {
      breaker: new ConsecutiveBreaker(failuresMax),
      halfOpenAfter: restMs,
    });
    this.#policy = wrap(bulkhead(atOnceMax, queueMax), breaker);
  }

  override get name(): PaymentProvider['name'] {
    return this.provider.name;
  }

  override refusalOf(amount: Money, movedBy?: MovedBy): string | null {
    return this.provider.refusalOf(amount, movedBy);
  }

  override authorise(request: AuthoriseRequest): Promise<AuthoriseOutcome> {
    return this.#guard(() => this.provider.authorise(request));
  }

  override capture(request: CaptureRequest): Promise<CaptureOutcome> {
    return this.#guard(() => this.provider.capture(request));
  }

  override void(request: VoidRequest): Promise<VoidOutcome> {
    return this.#guard(() => this.provider.void(request));
  }

  override refund(request: RefundRequest): Promise<RefundOutcome> {
    return this.#guard(() => this.provider.refund(request));
  }

  override books(from: Instant): AsyncIterable<BookLine> {
    return this.provider.books(from);
  }

  async #guard<Outcome>(run: () => Promise<Outcome>): Promise<Outcome> {
    try {
      return await this.#policy.execute(run);
    } catch (error) {
      if (error instanceof BrokenCircuitError) {
        throw new ProviderUnavailable(this.name, 'not asked, it does not answer', { cause: error });
      }
      if (error instanceof BulkheadRejectedError) {
        throw new ProviderUnavailable(this.name, 'not asked, too many calls', { cause: error });
      }
      throw error;
    }
  }
}

/** An answer that money is still on its way is an answer. */
function isSilence(error: unknown): boolean {
  return error instanceof ProviderUnavailable && !error.undecided;
}
