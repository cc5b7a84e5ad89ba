import type { EventStore, RecordedEvent } from '#event-store';
import {
  eventScopedToClient,
  FeatureState,
  foldFeatures,
  LABEL_EVENTS,
  type FeatureVector,
} from '#fraud';
import { PAYMENT_STREAM_PREFIX, upcast, type PaymentEvent } from '#payments';

/** One event of the ledger's past, with its features where it is a payment's first. */
export type ReplayedHistory = {
  readonly recorded: RecordedEvent;
  readonly event: PaymentEvent;
  /** As the live worker had it before it scored the payment; null for every other event. */
  readonly vector: FeatureVector | null;
};

const READ: ReadonlySet<string> = new Set(['PaymentInitiated', 'RiskAssessed', ...LABEL_EVENTS]);

/** Folds the whole ledger as the live worker did, one event at a time. */
export async function* replayLedger(store: EventStore): AsyncGenerator<ReplayedHistory> {
  const state = new FeatureState();
  for await (const recorded of store.readAll({ streamPrefixes: [PAYMENT_STREAM_PREFIX] })) {
    if (!READ.has(recorded.type)) continue;
    const read = upcast(recorded.type, recorded.data);
    const event = eventScopedToClient(read, recorded.metadata['client']);
    yield { recorded, event, vector: foldFeatures(state, event) };
  }
}
