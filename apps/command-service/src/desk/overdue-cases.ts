import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CASE_STREAM_PREFIX, escalate } from '#cases';
import { assertContinues, follow, followOn, idOf, StoreDiverged } from '#event-store';
import { PAYMENT_STREAM_PREFIX, reviewOf } from '#payments';
import { Clock, Logger, type ReadMetric } from '#platform';
import { Config } from '../config.js';
import { FollowedEvents } from '../event-store/followed-events.js';
import { contextOf } from '../payment/command-context.js';
import { PaymentStreams } from '../payment/payment-streams.js';
import { CaseStreams } from './case-streams.js';
import { OpenCases } from './open-cases.js';

/** How long a case may be overdue before that is seen; what restarts may cost a replay of. */
const SWEEP_EVERY_MS = 500;
const SAVE_EVERY_MS = 10_000;

const ACTOR = 'assay:overdue-cases';

/**
 * Escalates each open case whose time is over. It decides none: money never moves because time
 * passed. What it knows follows from the store, so that a restart leaves no case out.
 */
@Injectable()
export class OverdueCases implements OnApplicationBootstrap, OnApplicationShutdown {
  #open = new OpenCases();
  #caughtUp = false;
  readonly #stopping = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly events: FollowedEvents,
    private readonly payments: PaymentStreams,
    private readonly cases: CaseStreams,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  get metrics(): readonly ReadMetric[] {
    return [
      {
        name: 'assay_cases_within_time',
        help: 'Cases that wait for a decision and are not overdue.',
        type: 'gauge',
        read: () => (this.#caughtUp ? [{ value: this.#open.size }] : []),
      },
    ];
  }

  async onApplicationBootstrap(): Promise<void> {
    this.#open = await OpenCases.load(this.#file);
    const following = followOn(
      this.#stopping.signal,
      () => this.#follow(),
      (error) => {
        this.logger.error({ err: error }, 'open cases cannot be followed, will try again');
      },
    );
    this.#running = Promise.all([following, this.#sweep()]);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    await this.#save();
  }

  get #file(): string {
    return join(this.config.DATA_DIR, 'command-service', 'open-cases.json');
  }

  /** A store that was restored or replaced is read from its beginning. */
  async #follow(): Promise<void> {
    try {
      const { mark } = this.#open;
      if (mark) await assertContinues(this.events, mark);
      await follow(this.events, {
        after: mark ?? 'start',
        streamPrefixes: [PAYMENT_STREAM_PREFIX, CASE_STREAM_PREFIX],
        signal: this.#stopping.signal,
        onEvent: (event) => {
          this.#observe(event);
        },
        onCaughtUp: () => {
          this.#caughtUp = true;
        },
      });
    } catch (error) {
      if (!(error instanceof StoreDiverged)) throw error;
      this.logger.error({ err: error }, 'open cases are found out again from the start');
      this.#caughtUp = false;
      this.#open = new OpenCases();
    }
  }

  /** An event that cannot be read keeps no other case from being escalated. */
  #observe(event: Parameters<OpenCases['observe']>[0]): void {
    try {
      this.#open.observe(event);
    } catch (error) {
      this.logger.error({ err: error, stream: event.stream }, 'a case cannot be followed');
    }
  }

  async #sweep(): Promise<void> {
    const { signal } = this.#stopping;
    let savedMs = performance.now();
    while (!signal.aborted) {
      await sleep(SWEEP_EVERY_MS, undefined, { signal }).catch(() => undefined);
      if (this.#caughtUp) await this.#escalateOverdue();
      if (performance.now() - savedMs < SAVE_EVERY_MS) continue;
      savedMs = performance.now();
      await this.#save();
    }
  }

  async #escalateOverdue(): Promise<void> {
    for (const paymentId of this.#open.overdue(this.clock.nowIso)) {
      if (this.#stopping.signal.aborted) return;
      try {
        await this.#escalate(paymentId);
        this.#open.forget(paymentId);
      } catch (error) {
        this.logger.warn({ err: error, paymentId }, 'not escalated yet, will try again');
        return;
      }
    }
  }

  async #escalate(paymentId: string): Promise<void> {
    const { payment } = await this.payments.load(paymentId);
    if (reviewOf(payment) !== 'held') return;
    const commandId = idOf('case-overdue', paymentId);
    const context = contextOf({ client: 'assay', commandId, correlationId: commandId }, ACTOR);
    await this.cases.change(paymentId, context, (desk, now) =>
      escalate({ paymentId, analyst: 'assay', now, reason: 'overdue', note: '' }, desk),
    );
  }

  /** What cannot be saved now costs a longer replay after the next start, nothing else. */
  async #save(): Promise<void> {
    try {
      await this.#open.save(this.#file);
    } catch (error) {
      this.logger.error({ err: error }, 'open cases could not be saved, will try again');
    }
  }
}
