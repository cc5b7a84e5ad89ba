import type { EventStore } from '#event-store';
import { evidenceAfter, isFraud, LABEL_EVENTS, NO_EVIDENCE, type LabelEvidence } from '#fraud';
import { PAYMENT_STREAM_PREFIX, upcast } from '#payments';

const READ: ReadonlySet<string> = new Set(LABEL_EVENTS);

/** Everything said about payments by now; holds only those about which something was said. */
export async function knownOutcomes(
  store: EventStore,
  onEvent: (position: bigint) => void,
): Promise<(paymentId: string) => boolean | null> {
  const known = new Map<string, LabelEvidence>();
  for await (const { type, data, position } of store.readAll(PAYMENTS)) {
    onEvent(position.commit);
    if (!READ.has(type)) continue;
    const event = upcast(type, data);
    const { paymentId } = event.data;
    const before = known.get(paymentId) ?? NO_EVIDENCE;
    const after = evidenceAfter(before, event);
    if (after !== before) known.set(paymentId, after);
  }
  return (paymentId) => isFraud(known.get(paymentId) ?? NO_EVIDENCE);
}

export const PAYMENTS = { streamPrefixes: [PAYMENT_STREAM_PREFIX] };
