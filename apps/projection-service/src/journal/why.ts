import { parsePosition, type EventStore, type RecordedEvent } from '#event-store';
import type { Plain } from '#projections';
import { StatementQuery, type WhyQuery } from './journal.request.js';
import type {
  WhyCauseResponse,
  StatementLine,
  StatementResponse,
  WhyResponse,
} from './journal.response.js';

/** The statement that explains a balance: a statement ends before a time, a balance includes it. */
export function explaining(query: WhyQuery): StatementQuery {
  const { asOfEffective } = query;
  const statement = Object.assign(new StatementQuery(), query);
  if (asOfEffective === undefined) return statement;
  const to = new Date(Date.parse(asOfEffective) + 1).toISOString();
  return Object.assign(statement, { to });
}

/** Why an account stands at what it does: by kind of event, then posting by posting with causes. */
export async function whyOf(
  store: EventStore,
  { account, currency, closing, movements, ...rest }: StatementResponse,
): Promise<WhyResponse> {
  const { learntLater, items, nextCursor, position } = rest;
  const caused = items.map(async (line: Plain<StatementLine>) => ({
    ...line,
    cause: await causeOf(store, line),
  }));
  return {
    ...{ account, currency, balance: closing, movements, learntLater },
    items: await Promise.all(caused),
    ...{ nextCursor, position },
  };
}

/** Null for an event that the store does not give back at its place. */
async function causeOf(
  store: EventStore,
  { eventPosition, entryId }: { readonly eventPosition: string; readonly entryId: string },
): Promise<WhyCauseResponse | null> {
  const from = parsePosition(eventPosition);
  for await (const event of store.readAll({ from, maxCount: 1 })) {
    return event.id === entryId ? causeIn(event) : null;
  }
  return null;
}

function causeIn({ stream, metadata }: RecordedEvent): WhyCauseResponse {
  const text = (name: string): string | null => {
    const value = metadata[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    stream,
    client: text('client'),
    actor: text('actor'),
    correlationId: text('correlationId'),
    causationId: text('causationId'),
  };
}
