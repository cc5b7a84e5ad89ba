import { idOf, readStream, recordEvent, type EventStore } from '#event-store';
import {
  MODEL_STREAM,
  MODEL_STREAM_TYPE,
  type ModelEvent,
  type ModelRef,
  type ModelState,
} from '#fraud';
import type { Registry } from '#fraud-model';

const MODELS = { stream: MODEL_STREAM, type: MODEL_STREAM_TYPE };

/** What was decided about the models so far. */
export async function readModels(store: EventStore): Promise<ModelState> {
  return (await readStream(store, MODELS)).state;
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
  const cause = { client: 'fraud-worker', actor: 'trainer', commandId: idOf(...key) };
  await recordEvent(store, { stream: MODEL_STREAM }, cause, event);
}
