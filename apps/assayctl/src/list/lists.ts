import type { ApiClientOptions } from '#client';
import { Money } from '#money';
import type { Connection } from '../connection.js';

/** A list that a service answers, and the columns of it that a terminal shows. */
export type List = {
  readonly path: string;
  readonly service: (connection: Connection) => ApiClientOptions;
  /** Whether it comes in pages with a cursor. */
  readonly pages: boolean;
  /** Options that the service takes as they are, each with what it says to a person. */
  readonly filters?: Readonly<Record<string, string>>;
  /** Fields; a dot leads into an object. */
  readonly columns: readonly string[];
};

/** What payments and their cases are searched by. */
const SEARCH = {
  status: 'of this status, as in captured',
  client: 'of this client',
  merchantId: 'of this merchant',
  customerId: 'of this customer',
  orderId: 'of this order',
  provider: 'at this provider',
  currency: 'in this currency, as in EUR',
  amountMin: 'of at least so many minor units of --currency',
  amountMax: 'of at most so many minor units of --currency',
  from: 'begun at or after this instant',
  to: 'begun before this instant',
  sort: 'as in newest, oldest or largest (--help of the API names all)',
} as const;

/** By the name of the command. */
export const LISTS: Readonly<Record<string, List>> = {
  payments: {
    path: '/v1/payments',
    service: (connection) => connection.query('auditor'),
    pages: true,
    filters: {
      ...SEARCH,
      reference: 'with this id at a provider',
      metadata: 'with this key=value',
    },
    columns: ['paymentId', 'status', 'provider', 'amount', 'captured', 'refunded', 'updatedAt'],
  },
  cases: {
    path: '/v1/cases',
    service: (connection) => connection.query('auditor'),
    pages: true,
    filters: {
      ...SEARCH,
      scoreMin: 'with at least this score, as in 0.7',
      scoreMax: 'with at most this score',
      analyst: 'decided by this analyst',
      leasedBy: 'that this analyst has now',
      assignee: 'assigned to this analyst',
      escalated: 'true: escalated; false: the others',
      dueBefore: 'due before this instant',
    },
    columns: [
      'paymentId',
      'status',
      'verdict',
      'score',
      'amount',
      'dueAt',
      'desk.lease.analyst',
      'openedAt',
    ],
  },
  events: {
    path: '/v1/events',
    service: (connection) => connection.query('auditor'),
    pages: true,
    filters: {
      stream: 'of this stream, as in payment-<paymentId>',
      type: 'of this type, as in PaymentCaptured',
      client: 'that a command or process of this client led to',
      from: 'recorded at or after this instant',
      to: 'recorded before this instant',
      direction: 'forwards (the default) or backwards, the latest first',
    },
    columns: ['position', 'recordedAt', 'stream', 'revision', 'type', 'cause.client'],
  },
  jobs: {
    path: '/v1/jobs',
    service: (connection) => connection.operations('auditor'),
    pages: false,
    columns: ['name', 'running', 'lastStartedAt', 'lastEnd.outcome'],
  },
  endpoints: {
    path: '/v1/webhook-endpoints',
    service: (connection) => connection.operations('service'),
    pages: false,
    columns: ['endpointId', 'status', 'url', 'missedFrom', 'registeredAt'],
  },
};

/** What a field looks like in a table; money in its currency's decimals. */
export function cellOf(row: Readonly<Record<string, unknown>>, path: string): string {
  let value: unknown = row;
  for (const name of path.split('.')) {
    value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  }
  if (isMoney(value)) return Money.of(BigInt(value.amount), value.currency).toString();
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isMoney(value: unknown): value is { readonly amount: string; readonly currency: string } {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
}
