import { Injectable } from '@nestjs/common';
import type { Operation } from '#payments';
import { histogramSamples, type ReadMetric, type Sample } from '#platform';
import {
  PROVIDERS,
  ProviderMisuse,
  ProviderUnavailable,
  type OutcomeOf,
  type ProviderName,
} from '#provider-port';

/** From a provider's usual answer to the longest that it is waited for. */
const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * `done` and `refused` are answers. `undecided`: it answered that it does not know yet. `silent`:
 * no answer came. `not-asked`: it did not answer before, or has too many calls, so this one was
 * turned away here. `misused`: it calls our request malformed.
 */
const OUTCOMES = ['done', 'refused', 'undecided', 'silent', 'not-asked', 'misused'] as const;

/** The operations that each payment with money has. */
const USUAL: readonly Operation[] = ['authorise', 'capture', 'void', 'refund'];

/** Of these only what alarms by itself is there before the first call. */
const OTHERS: readonly Operation[] = ['increment', 'reauthorise', 'cancel'];

export type ProviderCall = {
  readonly provider: ProviderName;
  readonly operation: Operation;
  /** Whether the outcome of the same promise was unknown before. */
  readonly repeats: boolean;
};

type Labels = { readonly provider: string; readonly operation: string; readonly outcome: string };
type Times = { readonly labels: Labels; readonly counts: number[]; sum: number };

/** How long providers took with what was promised, and whether they answered at all. */
@Injectable()
export class CallTimes {
  readonly #times = new Map<string, Times>();
  readonly #repeats = new Map<ProviderName, number>(PROVIDERS.map((name) => [name, 0]));

  constructor() {
    // Prometheus does not see the first step of a counter that appears with it.
    for (const provider of PROVIDERS) {
      for (const operation of USUAL) {
        for (const outcome of OUTCOMES) this.#of({ provider, operation, outcome });
      }
      for (const operation of OTHERS) this.#of({ provider, operation, outcome: 'misused' });
    }
  }

  get metrics(): ReadMetric[] {
    return [
      {
        name: 'assay_provider_call_seconds',
        help: 'Promised operations at the providers, by what came of them; repeats within one call are in it.',
        type: 'histogram',
        read: () => [...this.#times.values()].flatMap(samplesOf),
      },
      {
        name: 'assay_provider_repeats_total',
        help: 'Calls for a promise whose outcome was unknown before.',
        type: 'counter',
        read: () =>
          [...this.#repeats].map(([provider, value]) => ({ value, labels: { provider } })),
      },
    ];
  }

  /** Answers and throws as the call does. */
  async measure<O extends Operation>(
    { provider, operation, repeats }: ProviderCall & { readonly operation: O },
    perform: () => Promise<OutcomeOf<O>>,
  ): Promise<OutcomeOf<O>> {
    if (repeats) this.#repeats.set(provider, (this.#repeats.get(provider) ?? 0) + 1);
    const startedMs = performance.now();
    const note = (outcome: string): void => {
      this.#note({ provider, operation, outcome }, (performance.now() - startedMs) / 1_000);
    };
    try {
      const answer = await perform();
      note(answer.status === 'refused' ? 'refused' : 'done');
      return answer;
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome !== null) note(outcome);
      throw error;
    }
  }

  #note(labels: Labels, seconds: number): void {
    const times = this.#of(labels);
    const found = SECONDS.findIndex((bound) => seconds <= bound);
    const index = found === -1 ? SECONDS.length : found;
    times.counts[index] = (times.counts[index] ?? 0) + 1;
    times.sum += seconds;
  }

  #of(labels: Labels): Times {
    const key = Object.values(labels).join(' ');
    const known = this.#times.get(key);
    if (known) return known;
    const times = { labels, counts: Array<number>(SECONDS.length + 1).fill(0), sum: 0 };
    this.#times.set(key, times);
    return times;
  }
}

/** Null for a bug of ours, which says nothing of the provider. */
function outcomeOf(error: unknown): (typeof OUTCOMES)[number] | null {
  if (error instanceof ProviderMisuse) return 'misused';
  if (!(error instanceof ProviderUnavailable)) return null;
  if (error.notAsked) return 'not-asked';
  return error.undecided ? 'undecided' : 'silent';
}

function samplesOf({ labels, counts, sum }: Times): Sample[] {
  const lines = histogramSamples({ bounds: SECONDS, counts, sum });
  return lines.map((line) => ({ ...line, labels: { ...labels, ...line.labels } }));
}
