import type { InitiateCommand } from '#client';
import { Failure } from '../failure.js';
import type { Fault, Line, Row } from './transactions.js';

/** The instant that the column `t` counts seconds from. */
const EPOCH_MS = Date.UTC(2018, 3, 1);

export type Intent = NonNullable<InitiateCommand['intent']>;

export type PaymentOfRow = {
  /** The same for the same run and row, so that a row is paid once however often it is sent. */
  readonly idempotencyKey: string;
  readonly command: InitiateCommand;
};

/** @throws Failure naming the column when a value is not what the column promises. */
export function paymentOfRow(row: Row, { run, intent }: DriveIdentity): PaymentOfRow {
  const amount = digits(row, 'amount_minor');
  const occurredAt = new Date(EPOCH_MS + Number(digits(row, 't')) * 1000).toISOString();
  const customer = word(row, 'customer');
  const id = word(row, 'tx_id');
  return {
    idempotencyKey: `drive-${run}-${id}`,
    command: {
      orderId: `order-${id}`,
      merchantId: `terminal-${word(row, 'terminal')}`,
      customerId: `customer-${customer}`,
      amount: { amount, currency: 'EUR' },
      provider: 'stripe',
      method: { kind: 'card', token: 'pm_card_visa' },
      intent,
      card: { fingerprint: `card-${customer}` },
      occurredAt,
      imported: true,
    },
  };
}

/** The payment of a line, or why it makes none. */
export function paymentOfLine(line: Line, identity: DriveIdentity): PaymentOfRow | Fault {
  if ('fault' in line) return line;
  try {
    return paymentOfRow(line, identity);
  } catch (error) {
    if (error instanceof Failure) return { line: line.line, fault: error.message };
    throw error;
  }
}

export type DriveIdentity = {
  /** Another run pays every row again. */
  readonly run: string;
  readonly intent: Intent;
};

function digits(row: Row, column: 't' | 'amount_minor'): string {
  const text = row[column];
  if (/^(0|[1-9]\d{0,14})$/.test(text)) return text;
  throw new Failure(`${column} is not a whole number of digits`);
}

function word(row: Row, column: 'tx_id' | 'customer' | 'terminal'): string {
  const text = row[column];
  if (/^[\w.-]{1,64}$/.test(text)) return text;
  throw new Failure(`${column} is not 1 to 64 letters, digits, dots or dashes`);
}
