import type { EventStore } from '#event-store';
import { LABEL_EVENTS, OutcomeBook } from '#fraud';
import { PAYMENT_STREAM_PREFIX, upcast } from '#payments';

const READ: ReadonlySet<string> = new Set(LABEL_EVENTS);

export const PAYMENTS = { streamPrefixes: [PAYMENT_STREAM_PREFIX] };

/** Everything said about the payments of the ledger by now. */
export async function knownOutcomes(
  store: EventStore,
  onEvent: (position: bigint) => void,
): Promise<OutcomeBook> {
  const outcomes = new OutcomeBook();
  for await (const { type, data, position } of store.readAll(PAYMENTS)) {
    onEvent(position.commit);
    if (READ.has(type)) outcomes.observe(upcast(type, data));
  }
  return outcomes;
}
