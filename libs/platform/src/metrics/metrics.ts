import { collectDefaultMetrics, Histogram, type Metric, Registry } from 'prom-client';

/** One line of a metric. A histogram's lines have suffixes. */
export type Sample = {
  readonly value: number;
  readonly labels?: Readonly<Record<string, string | number>>;
  readonly suffix?: '_bucket' | '_sum' | '_count';
};

/** A metric whose numbers somebody else keeps; `read` is called when they are asked for. */
export type ReadMetric = {
  /** With its unit last, as in `assay_event_store_commit_seconds`. */
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly read: () => readonly Sample[];
};

/** How often values fell between two bounds; the last count is of those above all bounds. */
export type Counts = {
  readonly bounds: readonly number[];
  readonly counts: readonly number[];
  readonly sum: number;
};

/** From 2 ms to the longest that a client would wait. */
const REQUEST_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Of the process itself, which has one set of them however many apps it runs. */
const processRegistry = new Registry();

/** What a process tells Prometheus. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Answered HTTP requests, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_SECONDS,
    registers: [this.registry],
  });

  /** The type of `text`. */
  get contentType(): string {
    return this.registry.contentType;
  }

  /** @throws Error when there is one of a name already. */
  add(...metrics: readonly ReadMetric[]): void {
    for (const metric of metrics) this.#add(metric);
  }

  #add({ name, help, type, read }: ReadMetric): void {
    const get = async () => ({
      name,
      help,
      type,
      values: read().map(({ value, labels = {}, suffix = '' }) => ({
        value,
        labels,
        metricName: name + suffix,
      })),
    });
    // The registry asks a metric for its name and numbers only, and keeps neither.
    this.registry.registerMetric({ name, get } as unknown as Metric);
  }

  /** `route` must be a pattern: one label per id would fill Prometheus. */
  requestAnswered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  /** In Prometheus' text format. */
  async text(): Promise<string> {
    if (processRegistry.getMetricsAsArray().length === 0) {
      collectDefaultMetrics({ register: processRegistry });
    }
    return (await processRegistry.metrics()) + (await this.registry.metrics());
  }
}

/** The lines of a histogram, with bounds and sum times `scale`: 0.001 from ms to seconds. */
export function histogramSamples({ bounds, counts, sum }: Counts, scale = 1): Sample[] {
  let below = 0;
  const buckets = counts.map((count, index): Sample => {
    below += count;
    const bound = bounds[index];
    const le = bound === undefined ? '+Inf' : Number((bound * scale).toPrecision(12));
    return { suffix: '_bucket', labels: { le }, value: below };
  });
  return [...buckets, { suffix: '_sum', value: sum * scale }, { suffix: '_count', value: below }];
}
