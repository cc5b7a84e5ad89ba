import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { EventStore } from '#event-store';
import {
  UnscoredApprovals,
  type FraudPolicy,
  type JudgedPayment,
  type UnscoredBefore,
} from '#fraud-policy';
import {
  PAYMENT_STREAM_PREFIX,
  paymentStream,
  upcast,
  type EventOf,
  type Verdict,
} from '#payments';
import { Clock, Logger } from '#platform';
import { PolicyInForce } from './policy-in-force.js';

const RETRY_MS = 1_000;

/** A policy with a bound may be activated at any time; a longer one is not known at first. */
const READ_BACK_MINUTES_MIN = 60;

/** Clocks of several processes differ, and events of one moment are recorded in any order. */
const SLACK_MS = 60_000;

/**
 * What this process approved without a score, and what was recorded before it started. Of several
 * command-services each counts its own, so that together they approve at most so many times as
 * much.
 */
@Injectable()
export class UnscoredPayments implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #approvals = new UnscoredApprovals();
  readonly #stopping = new AbortController();
  #knownSinceMs = Infinity;
  #reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly eventStore: EventStore,
    private readonly policies: PolicyInForce,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Reads back in the background; until it has, nothing is known. */
  onApplicationBootstrap(): void {
    this.#reading = this.#readUntilKnown();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#reading;
  }

  before(payment: JudgedPayment['payment']): UnscoredBefore {
    const before = this.#approvals.before(payment);
    return (minutes) =>
      this.clock.nowMs - minutes * 60_000 < this.#knownSinceMs ? null : before(minutes);
  }

  note(judged: JudgedPayment, verdict: Verdict): void {
    this.#approvals.note(judged, verdict);
  }

  async #readUntilKnown(): Promise<void> {
    const startedMs = this.clock.nowMs;
    for (;;) {
      try {
        const sinceMs = startedMs - (await this.#longestMinutes()) * 60_000;
        const found = await this.#approvedBetween(sinceMs - SLACK_MS, startedMs);
        for (const payment of found) this.#approvals.add(payment);
        this.#knownSinceMs = sinceMs;
        return;
      } catch (error) {
        this.logger.warn({ err: error }, 'approvals without a score are not known yet');
        if (await this.#isStoppedWithin(RETRY_MS)) return;
      }
    }
  }

  #isStoppedWithin(ms: number): Promise<boolean> {
    const { signal } = this.#stopping;
    return sleep(ms, false, { signal }).catch(() => true);
  }

  /** Approved without a score before this process started. */
  async #approvedBetween(sinceMs: number, startedMs: number): Promise<JudgedPayment['payment'][]> {
    const payments: JudgedPayment['payment'][] = [];
    const back = { direction: 'backwards', streamPrefixes: [PAYMENT_STREAM_PREFIX] } as const;
    for await (const { type, data, recordedAt } of this.eventStore.readAll(back)) {
      const recordedMs = Date.parse(recordedAt);
      if (this.#stopping.signal.aborted || recordedMs < sinceMs) break;
      // What was recorded since was judged here and counted then.
      if (type !== 'RiskAssessed' || recordedMs >= startedMs) continue;
      const { data: assessed } = upcast(type, data) as EventOf<'RiskAssessed'>;
      const { degraded, verdict, paymentId } = assessed;
      if (degraded === null || degraded === 'switched-off' || verdict !== 'approve') continue;
      const payment = await this.#initiated(paymentId);
      if (payment) payments.push(payment);
    }
    return payments;
  }

  async #initiated(paymentId: string): Promise<JudgedPayment['payment'] | null> {
    for await (const { type, data } of this.eventStore.read(paymentStream(paymentId))) {
      const event = upcast(type, data);
      return event.type === 'PaymentInitiated' ? event.data : null;
    }
    return null;
  }

  async #longestMinutes(): Promise<number> {
    const { active, trial } = await this.policies.current();
    const policies = [active, trial].flatMap((named) => (named ? [named.policy] : []));
    return Math.max(READ_BACK_MINUTES_MIN, ...policies.map(longestOf));
  }
}

function longestOf({ degraded }: FraudPolicy): number {
  return Math.max(0, ...degraded.map(({ within }) => within?.minutes ?? 0));
}
