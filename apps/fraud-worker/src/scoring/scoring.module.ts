import { setTimeout as sleep } from 'node:timers/promises';
import {
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
  type Type,
} from '@nestjs/common';
import { EventStore } from '#event-store';
import { ScoringEngine } from '#fraud-scoring';
import { Messaging, type Answering, type RunningConsumer } from '#messaging';
import { Health, Logger, Metrics } from '#platform';
import { answerScoreRequests } from './answer-score-requests.js';
import { rescore } from './rescore.js';

const RETRY_AFTER_MS = 1_000;

/** Scores payments on requests over NATS, once its features rest on the whole history. */
@Module({})
export class ScoringModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stopping = new AbortController();
  #state = 'waiting for the features';
  #beginning: Promise<void> = Promise.resolve();
  #answering: Answering | undefined;
  #rescoring: RunningConsumer | undefined;

  constructor(
    private readonly eventStore: EventStore,
    private readonly messaging: Messaging,
    private readonly engine: ScoringEngine,
    private readonly health: Health,
    private readonly metrics: Metrics,
    private readonly logger: Logger,
  ) {}

  /** @param modules a global one with the event store, messaging and the engine, and others. */
  static on(...modules: readonly (Type | DynamicModule)[]): DynamicModule {
    return { module: ScoringModule, imports: [...modules] };
  }

  /** Health answers from now on, which on a long history is long before the first score. */
  onApplicationBootstrap(): void {
    this.health.add('scoring', () => (this.#state === 'on' ? null : this.#state));
    this.health.add('features', () => this.engine.trouble);
    this.health.add('model', () => this.engine.modelTrouble);
    this.health.add('nats', () => (this.messaging.isConnected ? null : 'the connection is lost'));
    this.metrics.add({
      name: 'assay_fraud_worker_scoring',
      help: 'Whether this worker answers requests for scores, by the model in use.',
      type: 'gauge',
      read: () => {
        const { version, hash } = this.engine.model;
        const value = this.#state === 'on' ? 1 : 0;
        return [{ value, labels: { model: version, model_hash: hash } }];
      },
    });
    this.#beginning = this.#begin();
  }

  /** Resolves once no request is being answered. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#state = 'stopping';
    this.#stopping.abort();
    await this.#beginning;
    await this.#rescoring?.close();
    await this.#answering?.close();
  }

  /** Tries again until it answers, since NATS may not have its streams yet. */
  async #begin(): Promise<void> {
    const { signal } = this.#stopping;
    const stopped = new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { once: true });
    });
    await Promise.race([this.engine.caughtUp, stopped]);
    while (!signal.aborted) {
      try {
        await this.#takeRequests();
        return;
      } catch (error) {
        this.#state = 'cannot take requests yet';
        this.logger.warn({ err: error }, 'cannot take requests for scores yet, will try again');
        await sleep(RETRY_AFTER_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #takeRequests(): Promise<void> {
    if (!this.#answering) {
      const answering = await answerScoreRequests(this.messaging, this.engine);
      this.#answering = answering;
    }
    const rescoring = await rescore(this.messaging, this.engine, this.eventStore);
    this.#rescoring = rescoring;
    if (this.#stopping.signal.aborted) return;
    this.#state = 'on';
    const { version: model, hash: modelHash } = this.engine.model;
    this.logger.info({ model, modelHash }, 'scoring payments');
  }
}
