import { createHash } from 'node:crypto';
import { formatPosition, type EventStore, type Position } from '#event-store';
import {
  reasonsOf,
  ScoringUnavailable,
  verdictOf,
  type FeatureVector,
  type ModelRef,
  type ScoreReply,
  type ScoreRequest,
} from '#fraud';
import { FraudModel } from '#fraud-model';
import { FeatureFeed, type ScoringLog } from './feature-feed.js';
import { ModelFeed, type ModelSeats } from './model-feed.js';
import { Shadow } from './shadow.js';
import { Snapshot } from './snapshot.js';

export type ScoringOptions = {
  readonly store: EventStore;
  readonly modelsDir: string;
  /** Folder for the snapshot of the features; created when missing. One engine per folder. */
  readonly stateDir: string;
  readonly logger?: ScoringLog;
  /** How long a request waits for its own payment to be folded, in milliseconds. Default: 25. */
  readonly foldWaitMs?: number;
};

/**
 * Folds payments as they happen and scores them with the champion, whichever is decided on: a
 * promotion takes effect with the next payment. The challenger scores the same ones, only to be
 * recorded.
 */
export class ScoringEngine {
  #model: FraudModel;
  private readonly models: ModelFeed;
  private readonly shadow: Shadow;

  private constructor(
    model: FraudModel,
    private readonly feed: FeatureFeed,
    { store, modelsDir, logger = SILENT, foldWaitMs = 25 }: ScoringOptions,
  ) {
    this.#model = model;
    this.foldWaitMs = foldWaitMs;
    this.shadow = new Shadow(store, logger);
    this.models = new ModelFeed({ store, modelsDir }, this.#seats(), logger, model.hash);
  }

  private readonly foldWaitMs: number;

  /**
   * Starts following the store; `ready` tells when it has caught up.
   *
   * @throws ModelCorrupt, FeatureMismatch when the champion cannot be used.
   */
  static async start(options: ScoringOptions): Promise<ScoringEngine> {
    const { store, modelsDir, stateDir, logger = SILENT } = options;
    const model = await FraudModel.load(modelsDir);
    const feed = new FeatureFeed(store, Snapshot.open(stateDir, logger), logger);
    const engine = new ScoringEngine(model, feed, options);
    feed.start();
    engine.models.start();
    return engine;
  }

  /** The one that decides. */
  get model(): FraudModel {
    return this.#model;
  }

  /** The one that shadows it; null without one. */
  get challenger(): ModelRef | null {
    return this.shadow.challenger;
  }

  get ready(): boolean {
    return this.trouble === null;
  }

  /** Why it is not ready, for health; null when it is. */
  get trouble(): string | null {
    return this.feed.trouble ?? (this.models.isDecided ? null : this.models.trouble);
  }

  /** Why the model in use is not the one decided on, for health; null when it is. */
  get modelTrouble(): string | null {
    return this.models.trouble;
  }

  /** Resolves once it has caught up with the store for the first time. */
  get caughtUp(): Promise<void> {
    return Promise.all([this.feed.caughtUp, this.models.caughtUp]).then(() => undefined);
  }

  /** Of the last folded event; null before the first. */
  get position(): Position | null {
    return this.feed.position;
  }

  /**
   * Scores a payment, whether its own event was folded already or not: the features are those of
   * just before it. Asking changes nothing, so the same question has the same answer.
   *
   * @throws ScoringUnavailable while earlier payments are still being folded.
   * @throws RangeError for a payment that was assessed long ago.
   */
  async score({ assessmentId, payment }: ScoreRequest): Promise<ScoreReply> {
    if (this.trouble !== null) throw new ScoringUnavailable(this.trouble);
    const { vector, position } = await this.feed.vectorOf(payment, this.foldWaitMs);
    const model = this.#model;
    const score = model.score(vector);
    const verdict = verdictOf(score, model.thresholds);
    const champion = { version: model.version, modelHash: model.hash };
    this.shadow.observe({ paymentId: payment.paymentId, vector, champion, score });
    return {
      assessmentId,
      score,
      verdict,
      reasons: verdict === 'approve' ? [] : reasonsOf(model.explain(vector), vector),
      modelVersion: model.version,
      modelHash: model.hash,
      features: Array.from(vector),
      featuresHash: featuresHashOf(vector),
      featuresPosition: position === null ? null : formatPosition(position),
      merchantPast: this.feed.merchantPastOf(payment),
    };
  }

  /** Writes what was folded to disk and stops. */
  async close(): Promise<void> {
    await this.models.close();
    await this.shadow.close();
    await this.feed.close();
    this.#model.dispose();
  }

  #seats(): ModelSeats {
    return {
      champion: (champion) => {
        this.#model.dispose();
        this.#model = champion;
      },
      challenger: (challenger) => {
        this.shadow.seat(challenger);
      },
    };
  }
}

const SILENT: ScoringLog = { info: () => undefined, warn: () => undefined };

/** SHA-256 over the features as little-endian doubles. */
export function featuresHashOf(vector: FeatureVector): string {
  const bytes = Buffer.alloc(vector.length * 8);
  vector.forEach((value, index) => bytes.writeDoubleLE(value, index * 8));
  return createHash('sha256').update(bytes).digest('hex');
}
