import {
  evaluate,
  fillIn,
  retentionOf,
  SampleStore,
  selectorsOf,
  signatureOf,
  step,
  type Rule,
  type Standing,
  type Standings,
} from '#alerting';
import { alertIdOf, type AlertLog } from './alert-log.js';
import type { Checkpoint } from './checkpoint.js';
import type { FiringAlert } from './firing-alert.js';
import type { Scrape } from './scrape.js';

/** A longer pause between two turns leaves a gap in which nothing is known. */
const PAUSE_MS_MAX = 300_000;

const UP = 'up';

/** What the rules come to, from turn to turn. */
export class Evaluation {
  readonly samples: SampleStore;
  readonly #standings = new Map<string, Standings>();
  #coveredSinceMs: number | null = null;
  #lastMs: number | null = null;

  constructor(
    readonly rules: readonly Rule[],
    private readonly log: AlertLog,
  ) {
    this.samples = new SampleStore(retentionOf(rules));
  }

  /** What fires comes from the events, what only holds yet from the checkpoint. */
  async restore(checkpoint: Checkpoint | null, nowMs: number): Promise<void> {
    const isFresh = checkpoint !== null && nowMs - checkpoint.writtenMs <= PAUSE_MS_MAX;
    if (isFresh) {
      this.samples.restore(checkpoint.samples);
      this.#coveredSinceMs = checkpoint.coveredSinceMs;
      this.#lastMs = checkpoint.writtenMs;
    }
    for (const rule of this.rules) {
      const pending = (isFresh ? (checkpoint.standings[rule.alert] ?? []) : []).filter(
        ({ firedMs }) => firedMs === null,
      );
      const holding = pending.map((each) => [signatureOf(each.labels), each] as const);
      this.#standings.set(rule.alert, new Map([...holding, ...(await this.log.firing(rule))]));
    }
  }

  /** Takes what the targets told at a time, and records what began and what is over. */
  async take(scrapes: readonly Scrape[], nowMs: number): Promise<void> {
    const isPaused = this.#lastMs !== null && nowMs - this.#lastMs > PAUSE_MS_MAX;
    if (isPaused || this.#coveredSinceMs === null) this.#coveredSinceMs = nowMs;
    this.#lastMs = nowMs;
    for (const { labels, samples } of scrapes) {
      const up = { metric: UP, labels: {}, value: samples ? 1 : 0 };
      this.samples.add(labels, [...(samples ?? []), up], nowMs);
    }
    const isWhole = scrapes.every(({ samples }) => samples !== null);
    for (const rule of this.rules) await this.#takeRule(rule, { nowMs, isWhole });
  }

  firing(): readonly FiringAlert[] {
    return this.rules.flatMap((rule) =>
      [...this.#of(rule).values()].flatMap((standing) =>
        standing.firedMs === null ? [] : [firingAlert(rule, standing, standing.firedMs)],
      ),
    );
  }

  /** Those that hold, and not yet long enough. */
  pending(): readonly { readonly rule: Rule; readonly standing: Standing }[] {
    return this.rules.flatMap((rule) =>
      [...this.#of(rule).values()]
        .filter(({ firedMs }) => firedMs === null)
        .map((standing) => ({ rule, standing })),
    );
  }

  checkpoint(nowMs: number): Checkpoint {
    return {
      writtenMs: nowMs,
      coveredSinceMs: this.#coveredSinceMs ?? nowMs,
      samples: this.samples.stored(),
      standings: Object.fromEntries(
        this.rules.map((rule) => [rule.alert, [...this.#of(rule).values()]]),
      ),
    };
  }

  async #takeRule(
    rule: Rule,
    { nowMs, isWhole }: { readonly nowMs: number; readonly isWhole: boolean },
  ): Promise<void> {
    const value = evaluate(rule.expression, this.samples, nowMs);
    const vector = typeof value === 'number' ? [] : value;
    const ofTargets = selectorsOf(rule.expression).every(({ metric }) => metric === UP);
    const isCovered = nowMs - (this.#coveredSinceMs ?? nowMs) >= rule.windowMs;
    const isKnown = ofTargets || (isWhole && isCovered);
    const next = step(rule, this.#of(rule), vector, { nowMs, isKnown });
    for (const standing of next.fired) {
      await this.log.fired(rule, standing, fillIn(rule.summary, standing));
    }
    const at = new Date(nowMs).toISOString();
    for (const standing of next.resolved) await this.log.resolved(rule, standing, at);
    // Behind the events: what could not be recorded is found again at the next turn.
    this.#standings.set(rule.alert, next.standings);
  }

  #of({ alert }: Rule): Standings {
    return this.#standings.get(alert) ?? new Map<string, Standing>();
  }
}

function firingAlert(rule: Rule, standing: Standing, firedMs: number): FiringAlert {
  const { alert, group, team, severity, meaning, command, runbook } = rule;
  return {
    alertId: alertIdOf(alert, standing),
    alert,
    group,
    team,
    severity,
    labels: standing.labels,
    value: standing.value,
    summary: fillIn(rule.summary, standing),
    meaning,
    command,
    runbook,
    since: new Date(standing.sinceMs).toISOString(),
    firedAt: new Date(firedMs).toISOString(),
  };
}
