import { idOf, recordEvent, type EventStore } from '#event-store';
import { SHADOW_STREAM_PREFIX, type FeatureVector, type ModelRef, type ShadowScored } from '#fraud';
import type { FraudModel } from '#fraud-model';
import type { ScoringLog } from './feature-feed.js';

/** What the champion has just scored. */
export type ShadowScore = {
  readonly paymentId: string;
  readonly vector: FeatureVector;
  readonly champion: ModelRef;
  readonly score: number;
};

export type ShadowLimits = {
  readonly waitingMax: number;
  readonly batchMax: number;
  readonly intervalMs: number;
};

/** A batch of 400 is some 40 kB: far below what one append may have. */
const LIMITS: ShadowLimits = { waitingMax: 2_000, batchMax: 400, intervalMs: 10_000 };
const TURN_ROWS = 16;

type Scores = ShadowScored['data']['scores'][number][];

/**
 * Lets the challenger score what the champion scored, after the champion has answered, and records
 * it in batches. Bounded: what does not fit is counted, never waited for.
 */
export class Shadow {
  #challenger: FraudModel | null = null;
  #waiting: ShadowScore[] = [];
  #champion: ModelRef | null = null;
  #scores: Scores = [];
  #dropped = 0;
  #isDraining = false;
  #writing: Promise<void> = Promise.resolve();
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly store: EventStore,
    private readonly log: ScoringLog,
    private readonly limits: ShadowLimits = LIMITS,
  ) {
    this.#timer = setInterval(() => {
      this.#flush();
    }, limits.intervalMs);
    this.#timer.unref();
  }

  get challenger(): ModelRef | null {
    const challenger = this.#challenger;
    return challenger && { version: challenger.version, modelHash: challenger.hash };
  }

  /** Another challenger, or none; what was scored by the one before is recorded as its own. */
  seat(challenger: FraudModel | null): void {
    this.#drain(Infinity);
    this.#flush();
    this.#challenger?.dispose();
    this.#challenger = challenger;
  }

  /** Costs the caller nothing but a place in the queue. */
  observe(shadowed: ShadowScore): void {
    if (!this.#challenger) return;
    if (this.#waiting.length >= this.limits.waitingMax) {
      this.#dropped += 1;
      return;
    }
    this.#waiting.push(shadowed);
    if (this.#isDraining) return;
    this.#isDraining = true;
    setImmediate(() => {
      this.#drainInTurns();
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.seat(null);
    await this.#writing;
  }

  #drainInTurns(): void {
    this.#drain(TURN_ROWS);
    this.#isDraining = this.#waiting.length > 0;
    if (!this.#isDraining) return;
    setImmediate(() => {
      this.#drainInTurns();
    });
  }

  #drain(rowsMax: number): void {
    const challenger = this.#challenger;
    if (!challenger) return;
    for (const { paymentId, vector, champion, score } of this.#waiting.splice(0, rowsMax)) {
      if (champion.modelHash !== this.#champion?.modelHash) this.#flush();
      this.#champion = champion;
      this.#scores.push([paymentId, score, challenger.score(vector)]);
      if (this.#scores.length >= this.limits.batchMax) this.#flush();
    }
  }

  #flush(): void {
    const challenger = this.#challenger;
    const champion = this.#champion;
    const scores = this.#scores;
    if (!challenger || !champion || scores.length === 0) return;
    const { version, hash: modelHash } = challenger;
    const scoredAt = new Date().toISOString();
    const dropped = this.#dropped;
    this.#scores = [];
    this.#dropped = 0;
    const data = { challenger: { version, modelHash }, champion, scores, dropped, scoredAt };
    this.#writing = this.#writing.then(() => this.#record(data));
  }

  /** A batch that cannot be written is given up: shadowing may never hold scoring up. */
  async #record(data: ShadowScored['data']): Promise<void> {
    const [first] = data.scores;
    const commandId = idOf('shadow', data.challenger.modelHash, first?.[0] ?? '', data.scoredAt);
    const cause = { client: 'fraud-worker', actor: 'challenger', commandId };
    const stream = SHADOW_STREAM_PREFIX + data.scoredAt.slice(0, 10);
    try {
      await recordEvent(this.store, { stream }, cause, { type: 'ShadowScored', data });
    } catch (error) {
      this.log.warn({ rows: data.scores.length, reason: String(error) }, 'shadow scores are lost');
    }
  }
}
