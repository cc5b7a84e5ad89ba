import { setInterval } from 'node:timers';
import { Injectable } from '@nestjs/common';
import type { ReadMetric, Sample } from '#platform';
import type { RunnerState } from '#projections';
import { Backlogs, type Imbalance } from './backlogs.js';
import type { ViewName } from './names.js';
import { Views, type Progress } from './views.js';

const LOOK_MS = 2_000;
/** Differences of the books are many rows and change with the imports: not at each look. */
const BOOKS_EVERY_LOOKS = 15;
/** A view that has not moved for as long, though events wait, stands still. */
const STILL_MS_MAX = 10_000;
/** A view whose oldest waiting event is older answers with yesterday's news. */
const LAG_MS_MAX = 60_000;
/** What was seen longer ago is not known now: a database that hangs ends no look. */
const SEEN_MS_MAX = 20_000;

type ViewProgress = Progress & {
  readonly setAside: number;
  /** When the view was first seen where it is, by a clock that only goes forwards. */
  readonly sinceMs: number;
  /** When it was last looked at, by the same clock. */
  readonly seenMs: number;
};

/**
 * Looks at how far each view is, whatever it says of itself, and begins those again that stand
 * still. Health and metrics follow what is seen here.
 */
@Injectable()
export class ViewWatch {
  readonly #seen = new Map<ViewName, ViewProgress>();
  /** Null while they are not known. */
  #contradictions: number | null = null;
  #openCases: number | null = null;
  #imbalances: readonly Imbalance[] | null = null;
  #differences: ReadonlyMap<string, number> | null = null;
  #looks = 0;
  /** When the last look at everything ended, by a clock that only goes forwards. */
  #lookedMs = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly views: Views,
    private readonly backlogs: Backlogs,
  ) {}

  start(): void {
    this.#looking = this.#lookAtAll();
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.#lookAtAll());
    }, LOOK_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** Why a view cannot be relied on, in one sentence; null when all is well. */
  troubleOf(name: ViewName): string | null {
    const { state } = this.views.runnerOf(name);
    return troubleOf(state, this.#seen.get(name), performance.now());
  }

  /** How far each view is, by its last look; nothing of one that was not looked at lately. */
  get facts(): object {
    const known = [...this.#seen].map(([name, { position, lagMs, setAside, seenMs }]) => {
      const { status } = this.views.runnerOf(name).state;
      const isKnown = isRecent(seenMs, performance.now());
      return [name, isKnown ? { status, position, lagMs, setAside } : { status }];
    });
    return Object.fromEntries(known) as object;
  }

  get metrics(): readonly ReadMetric[] {
    return [
      gauge('assay_view_lag_seconds', 'Age of the oldest event that a view has not applied.', () =>
        this.#samples(({ lagMs }) => (lagMs === null ? null : lagMs / 1_000)),
      ),
      gauge('assay_view_set_aside', 'Payments and lines that a view could not apply.', () =>
        this.#samples(({ setAside }) => setAside),
      ),
      gauge('assay_view_drift_rows', 'Rows of a view that were not what the events say.', () =>
        [...this.views.drift].map(([view, value]) => ({ value, labels: { view } })),
      ),
      gauge('assay_open_contradictions', 'Facts of payments that cannot all be true.', () =>
        this.#known(this.#contradictions),
      ),
      gauge('assay_fraud_review_queue_payments', 'Held payments that wait for a decision.', () =>
        this.#known(this.#openCases),
      ),
      gauge('assay_view_stopped', 'Whether a view has given up: 1 needs a person.', () =>
        this.views.names.map((view) => {
          const { status } = this.views.runnerOf(view).state;
          return { value: status === 'stopped' ? 1 : 0, labels: { view } };
        }),
      ),
      gauge('assay_journal_imbalance_minor_units', 'All debits less all credits.', () =>
        (this.#isRecent ? (this.#imbalances ?? []) : []).map(({ currency, minorUnits }) => ({
          value: Number(minorUnits),
          labels: { currency },
        })),
      ),
      gauge('assay_reconciliation_differences', 'Movements that two books do not agree on.', () =>
        [...((this.#isRecent && this.#differences) || [])].map(([status, value]) => ({
          value,
          labels: { status },
        })),
      ),
    ];
  }

  get #isRecent(): boolean {
    return isRecent(this.#lookedMs, performance.now());
  }

  #known(value: number | null): Sample[] {
    return value === null || !this.#isRecent ? [] : [{ value }];
  }

  /** One for each view that the number is known of. */
  #samples(valueOf: (seen: ViewProgress) => number | null): Sample[] {
    return [...this.#seen].flatMap(([view, seen]) => {
      const value = isRecent(seen.seenMs, performance.now()) ? valueOf(seen) : null;
      return value === null ? [] : [{ value, labels: { view } }];
    });
  }

  async #lookAtAll(): Promise<void> {
    for (const name of this.views.names) {
      // Without the database nothing is seen; its own health check says so.
      await this.#look(name).catch(() => this.#seen.delete(name));
    }
    const { names } = this.views;
    const unknown = () => null;
    if (names.includes('orders')) {
      this.#contradictions = await this.backlogs.openContradictions().catch(unknown);
    }
    if (names.includes('cases')) this.#openCases = await this.backlogs.openCases().catch(unknown);
    if (names.includes('journal')) {
      this.#imbalances = await this.backlogs.journalImbalances().catch(unknown);
    }
    if (names.includes('reconciliation') && this.#looks % BOOKS_EVERY_LOOKS === 0) {
      this.#differences = await this.backlogs.openDifferences().catch(unknown);
    }
    this.#looks += 1;
    this.#lookedMs = performance.now();
  }

  async #look(name: ViewName): Promise<void> {
    const { projection } = this.views.runnerOf(name);
    const progress = await this.views.progressOf(projection);
    const { length: setAside } = await this.views.setAside(projection);
    const before = this.#seen.get(name);
    const moved = before?.position !== progress.position || before.caughtUp;
    const seenMs = performance.now();
    const sinceMs = moved ? seenMs : before.sinceMs;
    this.#seen.set(name, { ...progress, setAside, sinceMs, seenMs });
    if (progress.caughtUp || seenMs - sinceMs < STILL_MS_MAX) return;
    this.views.runnerOf(name).restart();
  }
}

/** What a view says of itself, held against how far it was seen to be. */
export function troubleOf(
  { status, trouble }: RunnerState,
  seen: ViewProgress | undefined,
  nowMs: number,
): string | null {
  if (trouble !== null) return trouble;
  if (!seen) return 'it is not known yet how far it is';
  const { position, caughtUp, lagMs, sinceMs, seenMs } = seen;
  if (!isRecent(seenMs, nowMs)) {
    return `it was at ${position} ${seconds(nowMs - seenMs)} s ago, and nothing was heard since`;
  }
  if (caughtUp) return null;
  if (lagMs === null) return 'the event store does not say what waits for it';
  const behind = `at ${position}, ${seconds(lagMs)} s behind the event store`;
  if (nowMs - sinceMs >= STILL_MS_MAX) {
    return `stands still ${behind}, for ${seconds(nowMs - sinceMs)} s`;
  }
  if (status === 'catching-up') return `is being built: ${behind}`;
  return lagMs > LAG_MS_MAX ? `lags: ${behind}` : null;
}

function seconds(ms: number): number {
  return Math.round(ms / 1_000);
}

function isRecent(seenMs: number, nowMs: number): boolean {
  return nowMs - seenMs <= SEEN_MS_MAX;
}

function gauge(name: string, help: string, read: () => Sample[]): ReadMetric {
  return { name, help, type: 'gauge', read };
}
