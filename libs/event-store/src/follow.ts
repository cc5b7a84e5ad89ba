import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EventStore,
  EventStoreUnavailable,
  type Position,
  type RecordedEvent,
  type Subscription,
  type SubscriptionMessage,
} from './event-store.js';
import { assertContinues, lastMark, type Mark, markOf } from './mark.js';
import { comparePositions, POSITION_START } from './position.js';

const RETRY_MS_MIN = 100;
const RETRY_MS_MAX = 5_000;
/** From a handler's failure to the next try. */
const FAILED_RETRY_MS = 1_000;
/** How often a follower that gets no event of its own marks one of others. */
const MARK_MS = 1_000;

export type FollowOptions = {
  /**
   * Exclusive: delivery starts with the event after it. A position is one of an event; a mark says
   * of which.
   */
  readonly after: Mark | Position | 'start' | 'end';
  readonly streamPrefixes?: readonly string[];
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Called for one event after the other; the next waits until the promise resolves. */
  readonly onEvent: (event: RecordedEvent) => void | Promise<void>;
  /** Everything up to the position was looked at, although no event was delivered. */
  readonly onCheckpoint?: (position: Position) => void | Promise<void>;
  /** History is delivered; comes again after a lost connection. */
  readonly onCaughtUp?: () => void | Promise<void>;
  /** The connection was lost and is tried again after `retryMs`. For logs and health. */
  readonly onLost?: (error: EventStoreUnavailable, retryMs: number) => void;
};

/**
 * Subscribes, and subscribes again from the last delivered event whenever the store is away; sees
 * each time that the store still has that event. Resolves when the signal aborts.
 *
 * @throws what a handler throws; its event counts as not delivered.
 * @throws StoreDiverged when the store does not have what was read before.
 */
export async function follow(store: EventStore, options: FollowOptions): Promise<void> {
  const { signal, onLost } = options;
  let mark: Mark | null | undefined;
  let retryMs = RETRY_MS_MIN;
  const stopped = () => signal.aborted;
  while (!stopped()) {
    try {
      mark = mark === undefined ? await startOf(store, options.after) : mark;
      for await (const reached of deliver(store, await subscribe(store, mark, options), options)) {
        mark = reached ?? mark;
        retryMs = RETRY_MS_MIN;
      }
      if (!stopped()) throw new EventStoreUnavailable('the subscription ended');
    } catch (error) {
      if (error instanceof HandlerFailed) throw error.cause;
      if (!(error instanceof EventStoreUnavailable)) throw error;
      onLost?.(error, retryMs);
      await sleep(retryMs, undefined, { signal }).catch(() => undefined);
      retryMs = Math.min(retryMs * 2, RETRY_MS_MAX);
    }
  }
}

async function subscribe(
  store: EventStore,
  mark: Mark | null,
  { streamPrefixes }: FollowOptions,
): Promise<Subscription> {
  if (mark) await assertContinues(store, mark);
  const after = mark?.position ?? POSITION_START;
  return store.subscribe({ after, ...(streamPrefixes && { streamPrefixes }) });
}

/**
 * Follows again whenever a handler has failed, as on a full disk, for those who may leave no event
 * out: one that fails is tried until it does not. Resolves when the signal aborts.
 *
 * @param begin follows from where it stopped the last time.
 */
export async function followOn(
  signal: AbortSignal,
  begin: () => Promise<void>,
  onFailed: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await begin();
    } catch (error) {
      onFailed(error);
      await sleep(FAILED_RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Keeps a handler's own EventStoreUnavailable apart from a lost subscription. */
class HandlerFailed extends Error {
  override readonly name = 'HandlerFailed';
}

/** Hands every message over and yields the event to go on from; null where it stays the same. */
async function* deliver(
  store: EventStore,
  subscription: Subscription,
  options: FollowOptions,
): AsyncGenerator<Mark | null> {
  const { signal } = options;
  let markedMs = performance.now();
  const stopped = () => signal.aborted;
  const close = () => void subscription.close();
  signal.addEventListener('abort', close);
  try {
    if (stopped()) return;
    for await (const message of subscription) {
      if (stopped()) return;
      try {
        await handle(message, options);
      } catch (error) {
        throw new HandlerFailed('a handler failed', { cause: error });
      }
      if (message.kind === 'event') yield markOf(message.event);
      else if (message.kind === 'checkpoint' && performance.now() - markedMs > MARK_MS) {
        // An event of others is as good to go on from, and saves looking at all of them again.
        yield await lastMark(store, message.position);
      } else {
        yield null;
        continue;
      }
      markedMs = performance.now();
    }
  } finally {
    signal.removeEventListener('abort', close);
    await subscription.close();
  }
}

async function handle(message: SubscriptionMessage, options: FollowOptions): Promise<void> {
  if (message.kind === 'event') await options.onEvent(message.event);
  else if (message.kind === 'checkpoint') await options.onCheckpoint?.(message.position);
  else await options.onCaughtUp?.();
}

/** `end` is looked up once, so that nothing is missed when the connection is lost right away. */
async function startOf(store: EventStore, after: FollowOptions['after']): Promise<Mark | null> {
  if (after === 'start') return null;
  if (after === 'end') return await lastMark(store);
  if ('position' in after) return after;
  return comparePositions(after, POSITION_START) === 0 ? null : { position: after, eventId: null };
}
