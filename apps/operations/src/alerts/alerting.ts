import { setTimeout as sleep } from 'node:timers/promises';
import type { Rule } from '#alerting';
import type { EventStore } from '#event-store';
import type { Clock, Logger } from '#platform';
import type { AlertIncidents } from './alert-incidents.js';
import type { IncidentDesk } from '../incidents/incident-desk.js';
import type { OnCallDesk } from '../on-call/on-call-desk.js';
import type { Teller } from '../telling/teller.js';
import { AlertLog } from './alert-log.js';
import type { CheckpointFile } from './checkpoint.js';
import { Evaluation } from './evaluation.js';
import type { FiringAlert } from './firing-alert.js';
import { scrape, type Scrape } from './scrape.js';
import { Silences } from './silences.js';
import type { Target } from '../alert-settings/targets.js';

export type AlertingParts = {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly rules: readonly Rule[];
  /** None: nothing is evaluated, and health says so. */
  readonly targets: readonly Target[];
  readonly key: string;
  readonly intervalMs: number;
  readonly checkpoint: CheckpointFile;
  readonly desk: IncidentDesk;
  readonly onCall: OnCallDesk;
  readonly incidents: AlertIncidents;
  readonly teller: Teller;
};

/** Wait before the next attempt when the event store is away. */
const AWAY_MS = 5_000;

/** Turn by turn: reads metrics, evaluates the rules, keeps incidents, and has people told. */
export class Alerting {
  readonly silences: Silences;
  readonly #evaluation: Evaluation;
  readonly #stopping = new AbortController();
  #loop: Promise<void> = Promise.resolve();
  #scrapes: readonly Scrape[] = [];
  #isRestored = false;
  #trouble: string | null = 'no turn was finished yet';
  #lastTurnMs: number | null = null;

  constructor(private readonly parts: AlertingParts) {
    this.silences = new Silences(parts.store);
    this.#evaluation = new Evaluation(parts.rules, new AlertLog(parts.store));
  }

  get isEnabled(): boolean {
    return this.parts.targets.length > 0;
  }

  /** When the rules were last evaluated; null before the first time. */
  get lastTurnMs(): number | null {
    return this.#lastTurnMs;
  }

  get rules(): readonly Rule[] {
    return this.parts.rules;
  }

  /** What each target said at the last turn. */
  get scrapes(): readonly Scrape[] {
    return this.#scrapes;
  }

  /** Why alerts are not evaluated now, in one sentence; null when they are. */
  get trouble(): string | null {
    if (!this.isEnabled) return 'ALERT_TARGETS is empty: rules are not evaluated here';
    return this.#trouble;
  }

  firing(): readonly FiringAlert[] {
    return this.#evaluation.firing();
  }

  pending(): ReturnType<Evaluation['pending']> {
    return this.#evaluation.pending();
  }

  isSilenced(alert: FiringAlert): boolean {
    return this.silences.isSilenced(alert, this.parts.clock.nowIso);
  }

  start(): void {
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
    await this.parts.teller.stop();
  }

  /** One evaluation of everything, and what follows from it. @throws EventStoreUnavailable. */
  async turn(): Promise<void> {
    const { clock, desk, incidents, teller, targets, checkpoint } = this.parts;
    await this.restore();
    const nowMs = clock.nowMs;
    if (targets.length > 0) {
      this.#scrapes = await this.#scrapeAll();
      await this.#evaluation.take(this.#scrapes, nowMs);
      await checkpoint.write(this.#evaluation.checkpoint(nowMs));
      await this.silences.load();
      const all = this.firing();
      await incidents.follow(
        all.filter((alert) => !this.isSilenced(alert)),
        all,
      );
    }
    await desk.load();
    await this.parts.onCall.load();
    await incidents.escalateDue();
    this.#lastTurnMs = nowMs;
    teller.wake();
  }

  /** Reads what an earlier process left; once. */
  async restore(): Promise<void> {
    if (this.#isRestored) return;
    const { checkpoint, clock, desk } = this.parts;
    await desk.load();
    await this.silences.load();
    await this.parts.onCall.load();
    await this.#evaluation.restore(await checkpoint.read(), clock.nowMs);
    this.#isRestored = true;
  }

  #scrapeAll(): Promise<readonly Scrape[]> {
    const { targets, key, intervalMs } = this.parts;
    const wanted = (metric: string): boolean => this.#evaluation.samples.keeps(metric);
    const timeoutMs = Math.max(1_000, intervalMs);
    return Promise.all(targets.map((target) => scrape(target, { key, timeoutMs, wanted })));
  }

  async #run(): Promise<void> {
    const { logger, intervalMs } = this.parts;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      let waitMs = intervalMs;
      try {
        await this.turn();
        this.#trouble = null;
      } catch (error) {
        this.#trouble = `alerts are not evaluated: ${String(error)}`;
        logger.error({ err: error }, 'alerts could not be evaluated');
        waitMs = AWAY_MS;
      }
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
