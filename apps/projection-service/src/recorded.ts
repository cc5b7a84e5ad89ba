import type { RecordedEvent } from '#event-store';
import { PAYMENT_STREAM_PREFIX } from '#payments';

/** The payment whose stream an event is in. */
export function paymentIdOf({ stream }: RecordedEvent): string {
  return stream.slice(PAYMENT_STREAM_PREFIX.length);
}

/** Whose command caused an event. */
export function clientOf({ metadata }: RecordedEvent): string {
  const client = metadata['client'];
  return typeof client === 'string' ? client : '';
}
