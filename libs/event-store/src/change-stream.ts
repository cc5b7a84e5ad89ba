import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyEvent } from '#event-shapes';
import { metadataOf, type Cause } from './cause.js';
import { eventIdOf } from './event-id.js';
import {
  ConcurrencyConflict,
  type Appended,
  type EventStore,
  type Json,
  type NewEvent,
} from './event-store.js';
import type { EventPlace, StreamState, StreamType, TypedStream } from './stream-type.js';

/**
 * A decision that lost its race is taken again on what the winner recorded, since deciders are pure
 * and no decision depends on having been first. Each lost race is another writer's progress, so a
 * few tries are enough; a writer that loses all of them meets a stream under constant change, where
 * its caller had better come back later than wait.
 */
const ATTEMPTS_MAX = 5;

/** How long the winner of a race may be on its way to the disk, where reads do not see it yet. */
const VISIBLE_MS_MAX = 500;
const VISIBLE_POLL_MS = 5;

/** The cause of all events of a decision, or of each by itself. */
export type CauseOf<Event> = Cause | ((event: Event, place: EventPlace) => Cause);

type EventIds<Event extends AnyEvent> = Pick<StreamType<Event, never>, 'eventId'>;

/** Reads a stream to its end, behind what is known of it. */
export async function readStream<Event extends AnyEvent, State>(
  store: EventStore,
  { stream, type, from }: TypedStream<Event, State>,
): Promise<StreamState<State>> {
  let { state, revision } = from ?? { state: type.initial, revision: null };
  for await (const recorded of store.read(stream, { from: (revision ?? -1n) + 1n })) {
    state = type.evolve(state, type.upcast(recorded.type, recorded.data), recorded);
    ({ revision } = recorded);
  }
  return { state, revision };
}

/**
 * Decides on what a stream comes to and appends the decision at exactly that revision. Where
 * another writer was faster it reads on and decides again: `decide` must be pure.
 *
 * @throws ConcurrencyConflict after five lost races.
 */
export async function changeStream<Event extends AnyEvent, State>(
  store: EventStore,
  target: TypedStream<Event, State>,
  cause: CauseOf<NoInfer<Event>>,
  decide: (state: State) => readonly NoInfer<Event>[],
): Promise<StreamState<State>> {
  let current = target.from ?? (await readStream(store, target));
  for (let attempt = 1; ; attempt += 1) {
    const decided = decide(current.state);
    if (decided.length === 0) return current;
    try {
      return await append(store, { ...target, from: current }, cause, decided);
    } catch (error) {
      if (!(error instanceof ConcurrencyConflict) || attempt === ATTEMPTS_MAX) throw error;
      current = await readOn(store, { ...target, from: current });
    }
  }
}

/** Reads what another writer was faster with, as soon as the store shows it. */
async function readOn<Event extends AnyEvent, State>(
  store: EventStore,
  target: Required<TypedStream<Event, State>>,
): Promise<StreamState<State>> {
  for (let waitedMs = 0; ; waitedMs += VISIBLE_POLL_MS) {
    const next = await readStream(store, target);
    if (next.revision !== target.from.revision || waitedMs >= VISIBLE_MS_MAX) return next;
    await sleep(VISIBLE_POLL_MS);
  }
}

/**
 * Appends an event that stands for itself, behind all that its stream holds. Safe to repeat: the
 * same event is stored once.
 */
export async function recordEvent<Event extends AnyEvent>(
  store: EventStore,
  { stream, ...ids }: { readonly stream: string } & EventIds<Event>,
  cause: Cause,
  event: Event,
): Promise<Appended> {
  return store.append(stream, newEvents(ids, cause, [event], 0), 'any');
}

/** A decision as it is stored. @param revision of its first event. */
export function newEvents<Event extends AnyEvent>(
  { eventId = derivedId }: EventIds<Event>,
  cause: CauseOf<Event>,
  decided: readonly Event[],
  revision: number,
): NewEvent[] {
  const shared = typeof cause === 'function' ? null : metadataOf(cause);
  return decided.map((event, index) => {
    const place = { index, revision: revision + index };
    const own = typeof cause === 'function' ? cause(event, place) : cause;
    const { type, data } = event;
    const id = eventId(own, event, place);
    return { id, type, data: data as Json, metadata: shared ?? metadataOf(own) };
  });
}

async function append<Event extends AnyEvent, State>(
  store: EventStore,
  { stream, type, from }: Required<TypedStream<Event, State>>,
  cause: CauseOf<Event>,
  decided: readonly Event[],
): Promise<StreamState<State>> {
  const first = (from.revision ?? -1n) + 1n;
  const events = newEvents(type, cause, decided, Number(first));
  const { position, revision } = await store.append(stream, events, from.revision ?? 'no-stream');
  const state = decided.reduce((before, event, index) => {
    const { id = '', metadata = {} } = events[index] ?? {};
    return type.evolve(before, event, { id, metadata, position, revision: first + BigInt(index) });
  }, from.state);
  return { state, revision };
}

function derivedId({ commandId }: Cause, _event: AnyEvent, { index }: EventPlace): string {
  return eventIdOf(commandId, index);
}
