import { eventIdOf, idOf, type EventStore, type Json } from '#event-store';
import {
  evolveModels,
  MODEL_STREAM,
  NO_MODELS,
  type ModelEvent,
  type ModelRef,
  type ModelState,
} from '#fraud';
import type { Registry } from '#fraud-model';

/** What was decided about the models so far. */
export async function readModels(store: EventStore): Promise<ModelState> {
  let state = NO_MODELS;
  for await (const { type, data } of store.read(MODEL_STREAM)) {
    state = evolveModels(state, { type, data } as unknown as ModelEvent);
  }
  return state;
}

/** The model that decides: the one promoted last, or the registry's own before any promotion. */
export function championOf({ champion }: ModelState, registry: Registry): ModelRef {
  if (champion) return champion;
  const { sha256 } = registry.versions.find(({ version }) => version === registry.champion) ?? {};
  return { version: registry.champion, modelHash: sha256 ?? '' };
}

/** Safe to repeat with the same `key`: the same event is stored once. */
export async function recordModelEvent(
  store: EventStore,
  event: ModelEvent,
  key: readonly [string, ...string[]],
): Promise<void> {
  const commandId = idOf(...key);
  const metadata = {
    client: 'fraud-worker',
    actor: 'trainer',
    commandId,
    correlationId: commandId,
    causationId: commandId,
    schemaVersion: 1,
  };
  const data = event.data as unknown as Json;
  const stored = { id: eventIdOf(commandId, 0), type: event.type, data, metadata };
  await store.append(MODEL_STREAM, [stored], 'any');
}
