import {
  follow,
  StoreDiverged,
  type EventStore,
  type Position,
  type RecordedEvent,
} from '#event-store';
import {
  eventScopedToClient,
  FeatureState,
  foldFeatures,
  LABEL_EVENTS,
  merchantPastOf,
  vectorOf,
  type InitiatedPayment,
} from '#fraud';
import { PAYMENT_STREAM_PREFIX, upcast, type MerchantPast, type PaymentEventType } from '#payments';
import type { Snapshot } from './snapshot.js';
import { type SnapshotPoint } from './snapshot.js';
import { VectorMemory, type FoldedVector } from './vector-memory.js';

export type ScoringLog = {
  readonly info: (facts: object, message: string) => void;
  readonly warn: (facts: object, message: string) => void;
};

/** What the fold reads; everything else in a payment's stream is passed over unread. */
const FOLDED: ReadonlySet<string> = new Set<PaymentEventType>([
  'PaymentInitiated',
  'RiskAssessed',
  ...LABEL_EVENTS,
]);

const SNAPSHOT_EVENTS = 20_000;
const SNAPSHOT_INTERVAL_MS = 30_000;

/** Follows the payments of a store and keeps their features up to date. */
export class FeatureFeed {
  readonly #stop = new AbortController();
  readonly #waiting = new Map<string, Set<() => void>>();
  #state = new FeatureState(undefined, { trackChanges: true });
  #vectors = new VectorMemory();
  #last: SnapshotPoint | null = null;
  #unsaved = 0;
  #isCaughtUp = false;
  #announce: () => void = () => undefined;
  /** Resolves once history is folded. */
  readonly caughtUp = new Promise<void>((resolve) => {
    this.#announce = resolve;
  });
  #failure: string | null = null;
  #unreadable = 0;
  #saving: Promise<void> = Promise.resolve();
  #isSaving = false;
  #isSnapshotBroken = false;
  #following: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    private readonly snapshot: Snapshot,
    private readonly log: ScoringLog,
  ) {}

  /** Takes up where the snapshot ends; catches up with the store in the background. */
  start(): void {
    const timer = setInterval(() => {
      this.#save();
    }, SNAPSHOT_INTERVAL_MS);
    timer.unref();
    this.#stop.signal.addEventListener('abort', () => {
      clearInterval(timer);
    });
    this.#following = this.#follow().catch((error: unknown) => {
      this.#failure = error instanceof Error ? error.message : String(error);
      this.log.warn({ err: error }, 'folding payments failed; scoring has stopped');
    });
  }

  /** Null when scores can be relied on. */
  get trouble(): string | null {
    if (this.#failure !== null) return `folding payments failed: ${this.#failure}`;
    return this.#isCaughtUp ? null : 'still folding earlier payments';
  }

  /** Events that could not be folded since the start; features go on without them. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** Of the last folded event. */
  get position(): Position | null {
    return this.#last?.position ?? null;
  }

  /**
   * The features of a payment as of just before it. Waits a little for the payment's own event, so
   * that everything before it is folded too; without it, everything folded by now counts.
   *
   * @throws RangeError when the payment was folded too long ago to know its features.
   */
  async vectorOf(payment: InitiatedPayment, waitMs: number): Promise<FoldedVector> {
    const { paymentId } = payment;
    if (!this.#vectors.find(paymentId)) await this.#untilFolded(paymentId, waitMs);
    const folded = this.#vectors.find(paymentId);
    if (folded) return folded;
    if (this.#state.payment(paymentId)) {
      throw new RangeError(`payment ${paymentId} was assessed; its features are in its stream`);
    }
    return { vector: vectorOf(this.#state, payment), position: this.position };
  }

  /** As far as folded. */
  merchantPastOf(payment: InitiatedPayment): MerchantPast {
    return merchantPastOf(this.#state, payment);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#following;
    await this.#saving;
    this.#save();
    await this.#saving;
    await this.snapshot.close();
  }

  async #follow(): Promise<void> {
    await this.#restore();
    while (!this.#stop.signal.aborted) {
      try {
        await this.#followOn();
      } catch (error) {
        if (!(error instanceof StoreDiverged)) throw error;
        this.log.warn({ reason: error.message }, 'features are of another history, starting over');
        await this.#startOver();
      }
    }
  }

  async #restore(): Promise<void> {
    try {
      this.#last = this.snapshot.restore(this.#state, this.#vectors);
      if (this.#last === null) await this.snapshot.clear();
    } catch (error) {
      this.#forget();
      await this.snapshot.beginAgain(error instanceof Error ? error.message : String(error));
    }
  }

  /** @throws StoreDiverged when the store does not have what was folded. */
  #followOn(): Promise<void> {
    return follow(this.store, {
      after: this.#last ?? 'start',
      streamPrefixes: [PAYMENT_STREAM_PREFIX],
      signal: this.#stop.signal,
      onEvent: (event) => {
        this.#fold(event);
      },
      onCaughtUp: () => {
        if (!this.#isCaughtUp) this.log.info({ position: this.position }, 'features are caught up');
        this.#isCaughtUp = true;
        this.#announce();
      },
      onLost: (error, retryMs) => {
        this.log.warn({ reason: error.message, retryMs }, 'event store is away, trying again');
      },
    });
  }

  #fold(recorded: RecordedEvent): void {
    try {
      if (FOLDED.has(recorded.type)) this.#foldPayment(recorded);
    } catch (error) {
      // One payment that cannot be read must not end the scoring of all others.
      this.#unreadable += 1;
      const { stream, type } = recorded;
      const facts = { err: error, stream, type, unreadable: this.#unreadable };
      this.log.warn(facts, 'an event cannot be folded, features go on without it');
    }
    this.#last = { position: recorded.position, eventId: recorded.id };
    this.#unsaved += 1;
    if (this.#unsaved >= SNAPSHOT_EVENTS) this.#save();
  }

  #foldPayment({ type, data, metadata }: RecordedEvent): void {
    const event = eventScopedToClient(upcast(type, data), metadata['client']);
    const vector = foldFeatures(this.#state, event);
    const { paymentId } = event.data;
    if (vector) this.#vectors.remember(paymentId, { vector, position: this.position });
    if (event.type === 'RiskAssessed' && event.data.degraded === null) {
      this.#vectors.markAssessed(paymentId);
    }
    this.#release(paymentId);
  }

  #untilFolded(paymentId: string, waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(paymentId) ?? new Set();
      this.#waiting.set(paymentId, waiting);
      const finish = () => {
        clearTimeout(timer);
        waiting.delete(finish);
        if (waiting.size === 0) this.#waiting.delete(paymentId);
        resolve();
      };
      const timer = setTimeout(finish, waitMs);
      waiting.add(finish);
    });
  }

  #release(paymentId: string): void {
    for (const finish of [...(this.#waiting.get(paymentId) ?? [])]) finish();
  }

  /** One at a time: what changes while a snapshot is written goes into the next one. */
  #save(): void {
    if (this.#unsaved === 0 || !this.#last || this.#isSaving || this.#isSnapshotBroken) return;
    this.#unsaved = 0;
    this.#isSaving = true;
    this.#saving = this.snapshot
      .write(this.#state, this.#vectors, this.#last)
      .catch(async (error: unknown) => {
        // What was taken for it is gone: a later one would have a hole.
        this.#isSnapshotBroken = true;
        this.log.warn({ err: error }, 'no more snapshots, a restart folds everything again');
        await this.snapshot.clear();
      })
      .catch((error: unknown) => {
        this.log.warn({ err: error }, 'the snapshot cannot be cleared either');
      })
      .finally(() => {
        this.#isSaving = false;
      });
  }

  async #startOver(): Promise<void> {
    this.#isCaughtUp = false;
    await this.#saving;
    this.#forget();
    await this.snapshot.clear();
  }

  #forget(): void {
    this.#state = new FeatureState(undefined, { trackChanges: true });
    this.#vectors = new VectorMemory();
    this.#last = null;
    this.#unsaved = 0;
  }
}
