import { Injectable } from '@nestjs/common';
import { declineOfEvent, type Payment, type PaymentEvent } from '#payments';
import { BoundedLog, Logger, type ReadMetric } from '#platform';

/** Counts what was declined by reason, and names codes that no table knows. */
@Injectable()
export class Declines {
  readonly #counts = new Map<string, { readonly labels: Labels; value: number }>();
  readonly #log: BoundedLog;

  constructor(logger: Logger) {
    this.#log = new BoundedLog(logger);
  }

  get metrics(): ReadMetric[] {
    return [
      {
        name: 'assay_declines_total',
        help: 'Payments, captures, refunds and changes of holds that were declined, by reason.',
        type: 'counter',
        read: () => [...this.#counts.values()],
      },
    ];
  }

  /** @param payment as it was before these events; none of them changes its provider. */
  note(events: readonly PaymentEvent[], payment: Payment): void {
    for (const event of events) {
      const decline = declineOfEvent(event, payment);
      if (decline === null) continue;
      const { reason, provider, providerCode } = decline;
      this.#count({ provider: provider ?? 'none', reason });
      if (reason !== 'unknown') continue;
      const { paymentId } = event.data;
      this.#log.warn({ paymentId, provider, providerCode }, 'declined with a code of no table');
    }
  }

  #count(labels: Labels): void {
    const key = `${labels.provider} ${labels.reason}`;
    const known = this.#counts.get(key);
    if (known) known.value += 1;
    else this.#counts.set(key, { labels, value: 1 });
  }
}

type Labels = { readonly provider: string; readonly reason: string };
