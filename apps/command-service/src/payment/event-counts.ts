import { Injectable } from '@nestjs/common';
import { PAYMENT_EVENT_TYPES, type Payment, type PaymentEvent } from '#payments';
import type { ReadMetric, Sample } from '#platform';
import { PROVIDERS } from '#provider-port';

const VERDICTS = ['approve', 'review', 'decline'] as const;
/** Of payments whose provider is not known here. */
const NO_PROVIDER = 'none';

/**
 * Counts what this process recorded of payments, for rates. Every series is there from the start,
 * at zero: Prometheus does not see the first step of a counter that appears with it.
 */
@Injectable()
export class EventCounts {
  readonly #events = zeros(PAYMENT_EVENT_TYPES, [...PROVIDERS, NO_PROVIDER]);
  readonly #verdicts = zeros(VERDICTS, ['yes', 'no']);

  get metrics(): ReadMetric[] {
    return [
      {
        name: 'assay_payment_events_total',
        help: 'Events of payments that this process recorded, by type and provider.',
        type: 'counter',
        read: () => samples(this.#events, ['type', 'provider']),
      },
      {
        name: 'assay_fraud_verdicts_total',
        help: 'Verdicts before authorisation, and whether a model had scored the payment in time.',
        type: 'counter',
        read: () => samples(this.#verdicts, ['verdict', 'scored']),
      },
    ];
  }

  /** @param payment as it was before these events. */
  note(events: readonly PaymentEvent[], payment: Payment): void {
    let provider: string = payment.initiated?.provider ?? NO_PROVIDER;
    for (const event of events) {
      const { type } = event;
      if (type === 'PaymentInitiated' || type === 'PaymentRerouted') ({ provider } = event.data);
      increase(this.#events, [type, provider]);
      if (type !== 'RiskAssessed' || event.data.stage !== 'inline') continue;
      increase(this.#verdicts, [event.data.verdict, event.data.degraded === null ? 'yes' : 'no']);
    }
  }
}

type Pair = readonly [first: string, second: string];
type Counts = Map<string, { readonly pair: Pair; value: number }>;

function zeros(firsts: readonly string[], seconds: readonly string[]): Counts {
  const pairs = firsts.flatMap((first) => seconds.map((second): Pair => [first, second]));
  return new Map(pairs.map((pair) => [pair.join(' '), { pair, value: 0 }]));
}

function increase(counts: Counts, pair: Pair): void {
  const key = pair.join(' ');
  const known = counts.get(key);
  if (known) known.value += 1;
  else counts.set(key, { pair, value: 1 });
}

function samples(counts: Counts, [first, second]: Pair): Sample[] {
  return [...counts.values()].map(({ pair, value }) => ({
    value,
    labels: { [first]: pair[0], [second]: pair[1] },
  }));
}
