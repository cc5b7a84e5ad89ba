import { createHash } from 'node:crypto';
import { formatPosition, type EventStore, type Position } from '#event-store';
import {
  reasonsOf,
  ScoringUnavailable,
  verdictOf,
  type FeatureVector,
  type ScoreReply,
  type ScoreRequest,
} from '#fraud';
import { FraudModel } from '#fraud-model';
import { FeatureFeed, type ScoringLog } from './feature-feed.js';
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

/** Folds payments as they happen and scores them with the champion. */
export class ScoringEngine {
  private constructor(
    readonly model: FraudModel,
    private readonly feed: FeatureFeed,
    private readonly foldWaitMs: number,
  ) {}

  /**
   * Starts following the store; `ready` tells when it has caught up.
   *
   * @throws ModelCorrupt, FeatureMismatch when the champion cannot be used.
   */
  static async start(options: ScoringOptions): Promise<ScoringEngine> {
    const { store, modelsDir, stateDir, logger = SILENT, foldWaitMs = 25 } = options;
    const model = await FraudModel.load(modelsDir);
    const feed = new FeatureFeed(store, Snapshot.open(stateDir), logger);
    feed.start();
    return new ScoringEngine(model, feed, foldWaitMs);
  }

  get ready(): boolean {
    return this.trouble === null;
  }

  /** Why it is not ready, for health; null when it is. */
  get trouble(): string | null {
    return this.feed.trouble;
  }

  /** Resolves once it has caught up with the store for the first time. */
  get caughtUp(): Promise<void> {
    return this.feed.caughtUp;
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
    const score = this.model.score(vector);
    const verdict = verdictOf(score, this.model.thresholds);
    return {
      assessmentId,
      score,
      verdict,
      reasons: verdict === 'approve' ? [] : reasonsOf(this.model.explain(vector), vector),
      modelVersion: this.model.version,
      modelHash: this.model.hash,
      features: Array.from(vector),
      featuresHash: featuresHashOf(vector),
      featuresPosition: position === null ? null : formatPosition(position),
    };
  }

  /** Writes what was folded to disk and stops. */
  async close(): Promise<void> {
    await this.feed.close();
    this.model.dispose();
  }
}

const SILENT: ScoringLog = { info: () => undefined, warn: () => undefined };

/** SHA-256 over the features as little-endian doubles. */
export function featuresHashOf(vector: FeatureVector): string {
  const bytes = Buffer.alloc(vector.length * 8);
  vector.forEach((value, index) => bytes.writeDoubleLE(value, index * 8));
  return createHash('sha256').update(bytes).digest('hex');
}
