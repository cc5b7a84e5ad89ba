import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import type { ApiProblem, PaymentReply } from '#client';

/** What became of a drive, in figures. Latencies in milliseconds, as the caller saw them. */
export type Summary = {
  readonly run: string;
  readonly sent: number;
  readonly accepted: number;
  /** Answered with a refusal: by a rule, not by accident. */
  readonly refused: number;
  /** Answered with an error of the service itself. */
  readonly failed: number;
  /** Rows that were not sent: providers take no amount so small. */
  readonly skipped: number;
  readonly seconds: number;
  readonly payments_per_s: number;
  readonly verdicts: Readonly<Record<string, number>>;
  /** Of the rows whose file tells what they turned out to be. */
  readonly verdicts_on: Readonly<Record<'honest' | 'fraud', Readonly<Record<string, number>>>>;
  readonly unscored: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly latency_ms: Readonly<Record<'p50' | 'p95' | 'p99' | 'max', number>>;
  /** The latest position of all answers; a view that reached it has every payment of the drive. */
  readonly position: string | null;
};

const MICROSECONDS_MAX = 600_000_000;

/** Counts answers as they come, in memory that does not grow with their number. */
export class Tally {
  readonly #latencies: RecordableHistogram = createHistogram({
    lowest: 1,
    highest: MICROSECONDS_MAX,
    figures: 3,
  });
  readonly #verdicts = new Map<string, number>();
  readonly #verdictsOn = {
    honest: new Map<string, number>(),
    fraud: new Map<string, number>(),
  };
  readonly #statuses = new Map<string, number>();
  readonly #refusals = new Map<string, number>();
  #accepted = 0;
  #refused = 0;
  #failed = 0;
  #skipped = 0;
  #unscored = 0;
  #position: string | null = null;

  get done(): number {
    return this.#accepted + this.#refused + this.#failed;
  }

  /** @param fraud what the payment turned out to be; null: not told. */
  accept({ risk, status, position }: PaymentReply, latencyMs: number, fraud: boolean | null): void {
    this.#accepted += 1;
    this.#time(latencyMs);
    count(this.#statuses, status);
    if (risk) count(this.#verdicts, risk.verdict);
    if (risk && fraud !== null) count(this.#verdictsOn[fraud ? 'fraud' : 'honest'], risk.verdict);
    if (risk?.score === null) this.#unscored += 1;
    if (isLater(position, this.#position)) this.#position = position;
  }

  refuse({ status, body }: ApiProblem, latencyMs: number): void {
    if (status < 500) this.#refused += 1;
    else this.#failed += 1;
    this.#time(latencyMs);
    count(this.#refusals, body.code ?? `http-${status}`);
  }

  skip(): void {
    this.#skipped += 1;
  }

  summary(run: string, seconds: number): Summary {
    const { done } = this;
    const percentile = (p: number): number => this.#latencies.percentile(p) / 1000;
    const latency = (value: number): number => (done === 0 ? 0 : round(value, 2));
    return {
      run,
      sent: done,
      accepted: this.#accepted,
      refused: this.#refused,
      failed: this.#failed,
      skipped: this.#skipped,
      seconds: round(seconds, 3),
      payments_per_s: seconds > 0 ? round(done / seconds, 1) : 0,
      verdicts: Object.fromEntries(this.#verdicts),
      verdicts_on: {
        honest: Object.fromEntries(this.#verdictsOn.honest),
        fraud: Object.fromEntries(this.#verdictsOn.fraud),
      },
      unscored: this.#unscored,
      statuses: Object.fromEntries(this.#statuses),
      refusals: Object.fromEntries(this.#refusals),
      latency_ms: {
        p50: latency(percentile(50)),
        p95: latency(percentile(95)),
        p99: latency(percentile(99)),
        max: latency(this.#latencies.max / 1000),
      },
      position: this.#position,
    };
  }

  #time(latencyMs: number): void {
    const microseconds = Math.round(latencyMs * 1000);
    this.#latencies.record(Math.min(Math.max(microseconds, 1), MICROSECONDS_MAX));
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function isLater(position: string, than: string | null): boolean {
  if (than === null) return true;
  const [a = '0'] = position.split('/');
  const [b = '0'] = than.split('/');
  return BigInt(a) > BigInt(b);
}

function round(value: number, places: number): number {
  return Number(value.toFixed(places));
}
