import type { Subscription, SubscriptionMessage } from '#event-store';
import { catchUp, type CatchUpOptions } from './engine/catch-up.js';
import type { GroupCommit } from './engine/group-commit.js';
import type { Log } from './engine/log.js';
import { positionOf, toRecordedEvent } from './events.js';

const CHECKPOINT_EVERY = 1_024;

/** A catch-up subscription without a wire in between. */
export class InProcessSubscription implements Subscription {
  private readonly closed = new AbortController();

  constructor(
    private readonly log: Log,
    private readonly commits: GroupCommit,
    private readonly options: Pick<CatchUpOptions, 'after' | 'matches'>,
    private readonly storeClosed: AbortSignal,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<SubscriptionMessage> {
    const signal = AbortSignal.any([this.closed.signal, this.storeClosed]);
    const steps = catchUp(this.log, this.commits, {
      ...this.options,
      checkpointEvery: CHECKPOINT_EVERY,
      signal,
    });
    for await (const step of steps) {
      if (step.kind === 'event') yield { kind: 'event', event: toRecordedEvent(step.entry) };
      else if (step.kind === 'caught-up') yield { kind: 'caught-up' };
      else yield { kind: 'checkpoint', position: positionOf(step.position) };
    }
  }

  async close(): Promise<void> {
    this.closed.abort();
  }
}
