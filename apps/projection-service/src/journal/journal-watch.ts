import { setInterval } from 'node:timers';
import type { EventStore } from '#event-store';
import type { Clock, ReadMetric } from '#platform';
import type { Views } from '../views/views.js';
import { streamsInvariant } from './booked-streams.js';
import { rowInvariants, type InvariantName, type Tally } from './invariants.js';

/** A look at a sample reads a few thousand rows and the streams of a few payments. */
const LOOK_MS = 60_000;
/** A look at a sample that is older says nothing of now: one hangs, or fails. */
const SAMPLE_MS_MAX = 3 * LOOK_MS;
const PAYMENTS_SAMPLED = 10;
/** A rebuild reads the streams of all payments; a full look takes seconds. */
const PAYMENTS_FULL = 2_000;

export type Look = {
  readonly lookedAt: string;
  readonly full: boolean;
  readonly position: string;
  readonly tallies: ReadonlyMap<InvariantName, Tally>;
};

/** Looks whether the journal still is what it has to be, a sample at a time. */
export class JournalWatch {
  /** The last looks at all and at a sample; none while nothing is known, as after a failure. */
  readonly #last = new Map<'full' | 'sample', Look>();
  #sampledMs = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly views: Views,
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.#lookAround());
    }, LOOK_MS);
    this.#timer.unref();
    this.#looking = this.#lookAround();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  get metrics(): readonly ReadMetric[] {
    return [
      {
        type: 'gauge',
        name: 'assay_journal_invariant_violations',
        help: 'What breaks an invariant of the journal, in the last look at all and at a sample.',
        read: () =>
          [...this.#last]
            .filter(([look]) => look === 'full' || this.#isSampleRecent)
            .flatMap(([look, { tallies }]) =>
              [...tallies].map(([invariant, { violations }]) => ({
                value: violations,
                labels: { invariant, look },
              })),
            ),
      },
    ];
  }

  get #isSampleRecent(): boolean {
    return performance.now() - this.#sampledMs <= SAMPLE_MS_MAX;
  }

  /** A look at a sample, or at everything; what it finds is in the metrics from then on. */
  async look(full: boolean): Promise<Look> {
    const position = await this.views.reached('journal');
    const { result } = await this.views.read('journal', { waitMs: 0 }, async (manager) => {
      const payments = full ? PAYMENTS_FULL : PAYMENTS_SAMPLED;
      const rows = await rowInvariants(manager, full);
      const streams = await streamsInvariant(manager, this.store, { position, payments });
      return new Map<InvariantName, Tally>([...rows, ['streams', streams]]);
    });
    const look = { lookedAt: this.clock.nowIso, full, position, tallies: result };
    this.#last.set(full ? 'full' : 'sample', look);
    if (!full) this.#sampledMs = performance.now();
    return look;
  }

  async #lookAround(): Promise<void> {
    await this.look(false).catch(() => this.#last.delete('sample'));
  }
}
