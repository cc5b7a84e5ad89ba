import type { Subscription, SubscriptionMessage } from '#event-store';
import { catchUp, type CatchUpOptions } from './engine/catch-up.js';
import type { Engine } from './engine/engine.js';
import { positionOf, toRecordedEvent } from './events.js';

const CHECKPOINT_EVERY = 1_024;

/** A catch-up subscription without a wire in between. */
export class InProcessSubscription implements Subscription {
  readonly #closed = new AbortController();

  constructor(
    private readonly engine: Engine,
    private readonly options: Pick<CatchUpOptions, 'after' | 'matches'>,
    private readonly storeClosed: AbortSignal,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<SubscriptionMessage> {
    const signal = AbortSignal.any([this.#closed.signal, this.storeClosed]);
    const { log, commits, meters } = this.engine;
    const options = { ...this.options, checkpointEvery: CHECKPOINT_EVERY, signal };
    const ended = meters.subscribed('all');
    try {
      for await (const step of catchUp(log, commits, options)) {
        if (step.kind === 'event') {
          meters.readEvents += 1;
          yield { kind: 'event', event: toRecordedEvent(step.entry) };
        } else if (step.kind === 'caught-up') yield { kind: 'caught-up' };
        else yield { kind: 'checkpoint', position: positionOf(step.position) };
      }
    } finally {
      ended();
    }
  }

  async close(): Promise<void> {
    this.#closed.abort();
  }
}
