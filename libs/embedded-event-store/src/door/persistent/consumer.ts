import type { Resolved } from '../streams/read-response.js';

/** Latencies remembered for a consumer's statistics. */
const LATENCIES_MAX = 1_000;

export type ConsumerOptions = {
  /** Events it takes before it must answer one. */
  readonly bufferSize: number;
  readonly from: string;
  readonly username: string;
  readonly connectionName: string;
  readonly send: (event: Resolved, retryCount: number) => void;
  /** Whether the connection takes no more for now; it notifies the group when it does again. */
  readonly isFull: () => boolean;
  /** Ends the connection because the group was changed, deleted or stopped. */
  readonly drop: () => void;
};

/** One connection of a group. */
export class Consumer {
  inFlight = 0;
  totalItems = 0;
  readonly connectedAtMs = Date.now();
  #measuredItems = 0;
  readonly #latenciesMs: number[] = [];

  constructor(readonly options: ConsumerOptions) {}

  get free(): number {
    return this.options.isFull() ? 0 : this.options.bufferSize - this.inFlight;
  }

  send(event: Resolved, retryCount: number): void {
    this.inFlight += 1;
    this.totalItems += 1;
    this.options.send(event, retryCount);
  }

  /** The event sent before `latencyMs` is no longer in flight. */
  answered(latencyMs: number): void {
    this.inFlight -= 1;
    this.#latenciesMs.push(latencyMs);
    if (this.#latenciesMs.length > LATENCIES_MAX) this.#latenciesMs.shift();
  }

  /** Events sent since this was last asked. */
  takeCount(): number {
    const count = this.totalItems - this.#measuredItems;
    this.#measuredItems = this.totalItems;
    return count;
  }

  /** Answer times in milliseconds, under the names the protocol gives them. */
  measurements(): ReadonlyMap<string, number> {
    const sorted = [...this.#latenciesMs].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
    const sum = sorted.reduce((total, latency) => total + latency, 0);
    return new Map([
      ['Mean', sorted.length === 0 ? 0 : sum / sorted.length],
      ['Median', at(0.5)],
      ['Fastest', sorted[0] ?? 0],
      ['Quintile 1', at(0.2)],
      ['Quintile 2', at(0.4)],
      ['Quintile 3', at(0.6)],
      ['Quintile 4', at(0.8)],
      ['Quintile 5', at(1)],
      ['90%', at(0.9)],
      ['95%', at(0.95)],
      ['99%', at(0.99)],
      ['99.5%', at(0.995)],
      ['99.9%', at(0.999)],
      ['Highest', at(1)],
    ]);
  }
}
