import { DecidedStream, type EventStore } from '#event-store';
import { MODEL_STREAM, MODEL_STREAM_TYPE, type ModelEvent, type ModelState } from '#fraud';

/** Decisions about the models, kept in `model-fraud`; every scorer follows them. */
export class ModelDecisions extends DecidedStream<ModelEvent, ModelState> {
  constructor(eventStore: EventStore) {
    super(eventStore, { stream: MODEL_STREAM, type: MODEL_STREAM_TYPE });
  }
}
