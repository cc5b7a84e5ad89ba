import { Money } from '#money';
import type { BankEvent, SettlementEvent } from '#reconciliation';
import type { Difference } from './import-events.js';

type LineEvent = SettlementEvent | BankEvent;

/** What both sources have to say alike; how a bank words a text differs by format. */
const COMPARED = {
  SettlementLineRecorded: ['kind', 'reference', 'paymentId', 'amount', 'presented', 'fee', 'at'],
  SettlementLineSetAside: [],
  BankLineRecorded: ['bookedOn', 'valueOn', 'amount', 'endToEndId'],
} as const satisfies Record<LineEvent['type'], readonly string[]>;

/** Where a line of a file contradicts what is recorded; what one leaves out is no contradiction. */
export function differencesOf(recorded: LineEvent, file: LineEvent): Difference[] {
  return COMPARED[file.type].flatMap((field) => {
    const [before, now] = [textOf(recorded.data, field), textOf(file.data, field)];
    if (before === null || now === null || before === now) return [];
    return [{ field, recorded: before, file: now }];
  });
}

function textOf(line: object, field: string): string | null {
  const value = (line as Readonly<Record<string, unknown>>)[field];
  if (value instanceof Money) return value.toString();
  return typeof value === 'string' ? value : null;
}
