import { idOf, type Json, type NewEvent } from '#event-store';
import type { BookLine, PaymentProvider, UnreadableLine } from '#provider-port';

/** The event that keeps one line; the same line is always the same event. */
export function eventOfLine(
  provider: PaymentProvider['name'],
  line: BookLine | UnreadableLine,
): NewEvent {
  if (line.kind === 'unreadable') {
    const { lineId, at, reason, raw } = line;
    const id = idOf('settlement-line-set-aside', provider, lineId);
    return event(id, 'SettlementLineSetAside', { provider, lineId, at, reason, raw });
  }
  const id = idOf('settlement-line', provider, line.lineId);
  // Money is stored as its JSON form, digits in a string.
  const data = JSON.parse(JSON.stringify({ provider, ...line })) as Json;
  return event(id, 'SettlementLineRecorded', data, line.paymentId ?? id);

  function event(eventId: string, type: string, of: Json, correlationId = eventId): NewEvent {
    return {
      id: eventId,
      type,
      data: of,
      metadata: {
        client: 'operations',
        actor: `provider:${provider}`,
        commandId: eventId,
        correlationId,
        causationId: eventId,
        schemaVersion: 1,
      },
    };
  }
}
