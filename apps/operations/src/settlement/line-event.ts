import { idOf, type Cause } from '#event-store';
import type { SettlementLine, UnreadableLine } from '#provider-port';
import type { SettlementEvent } from '#reconciliation';

/** The event that keeps one line. */
export function eventOfLine(line: SettlementLine | UnreadableLine): SettlementEvent {
  if (line.kind !== 'unreadable') return { type: 'SettlementLineRecorded', data: line };
  const { provider, lineId, at, reason, raw } = line;
  return { type: 'SettlementLineSetAside', data: { provider, lineId, at, reason, raw } };
}

/** The same line is always the same event. */
export function lineEventId({ type, data: { provider, lineId } }: SettlementEvent): string {
  const kind = type === 'SettlementLineRecorded' ? 'settlement-line' : 'settlement-line-set-aside';
  return idOf(kind, provider, lineId);
}

/** Each line is caused by itself, and belongs to its payment where it names one. */
export function causeOfLine(line: SettlementEvent): Cause {
  const commandId = lineEventId(line);
  const paymentId = 'paymentId' in line.data ? line.data.paymentId : null;
  const actor = `provider:${line.data.provider}`;
  return { client: 'operations', actor, commandId, correlationId: paymentId ?? commandId };
}
