import type { EventStore } from '#event-store';
import { evolveModels, MODEL_STREAM, NO_MODELS, type ModelEvent, type ModelState } from '#fraud';
import { DecidedStream } from '../decided-stream.js';

/** Decisions about the models, kept in `model-fraud`; every scorer follows them. */
export class ModelDecisions extends DecidedStream<ModelState, ModelEvent> {
  constructor(eventStore: EventStore) {
    super(eventStore, {
      stream: MODEL_STREAM,
      initial: NO_MODELS,
      evolve: evolveModels,
    });
  }
}
