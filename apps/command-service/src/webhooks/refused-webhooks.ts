import { Injectable } from '@nestjs/common';
import { BoundedLog, Logger, type ReadMetric, type Sample } from '#platform';

/**
 * Counts deliveries that came before, and those whose signature proves nothing: a wrong secret, or
 * an attempt.
 */
@Injectable()
export class RefusedWebhooks {
  readonly #counts = new Map<string, number>();
  readonly #repeated = new Map<string, number>();
  readonly #log: BoundedLog;

  constructor(logger: Logger) {
    this.#log = new BoundedLog(logger);
  }

  get metrics(): ReadMetric[] {
    return [
      {
        name: 'assay_webhooks_refused_total',
        help: 'Webhook deliveries refused for their signature.',
        type: 'counter',
        read: () => samplesOf(this.#counts),
      },
      {
        name: 'assay_webhooks_repeated_total',
        help: 'Webhook deliveries that were kept before: sent again, or replayed.',
        type: 'counter',
        read: () => samplesOf(this.#repeated),
      },
    ];
  }

  noteRepeated(provider: string): void {
    this.#repeated.set(provider, (this.#repeated.get(provider) ?? 0) + 1);
  }

  /** @param provider one that we know: each becomes a line of the metrics. */
  note(provider: string, address: string, reason: string): void {
    this.#counts.set(provider, (this.#counts.get(provider) ?? 0) + 1);
    this.#log.warn({ provider, address, reason }, 'webhook refused: its signature proves nothing');
  }
}

function samplesOf(counts: ReadonlyMap<string, number>): readonly Sample[] {
  return [...counts].map(([provider, value]) => ({ value, labels: { provider } }));
}
