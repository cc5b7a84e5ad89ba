import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { caseStream } from '#cases';
import { EventStore, type RecordedEvent } from '#event-store';
import { Money } from '#money';
import { paymentStream } from '#payments';
import { JournalEntryRow, JournalPosting } from '../journal/journal.entity.js';
import { ReconciliationMatch } from '../reconciliation/reconciliation.entity.js';
import type { PositionQuery } from '../views/position.request.js';
import type { ViewName } from '../views/names.js';
import { Views } from '../views/views.js';
import { deliveryOf, type Entry, type Known, type Line } from './payment-graph.js';

const EVENTS_MAX = 1_000;

export type KnownOfPayment = Known & {
  /** Views that this process does not build. */
  readonly missing: readonly ViewName[];
  readonly complete: boolean;
};

/** Reads one payment's events, and what other streams and views say of it. */
@Injectable()
export class PaymentKnowledge {
  constructor(
    private readonly store: EventStore,
    private readonly views: Views,
  ) {}

  /** Null when there is no such payment. */
  async of(paymentId: string, query: PositionQuery): Promise<KnownOfPayment | null> {
    const events = await this.#read(paymentStream(paymentId), EVENTS_MAX + 1);
    if (events.length === 0) return null;
    const caseEvents = await this.#read(caseStream(paymentId), EVENTS_MAX);
    const deliveries = new Map<string, RecordedEvent>();
    for (const stream of new Set(events.flatMap((event) => deliveryOf(event) ?? []))) {
      const [first] = await this.#read(stream, 1);
      if (first) deliveries.set(stream, first);
    }
    const missing = (['journal', 'reconciliation'] as const).filter((name) => !this.#has(name));
    return {
      events: events.slice(0, EVENTS_MAX),
      caseEvents,
      deliveries,
      entries: await this.#fromView('journal', query, (manager) => entriesOf(manager, paymentId)),
      lines: await this.#fromView('reconciliation', query, (manager) =>
        linesOf(manager, paymentId),
      ),
      missing,
      complete: events.length <= EVENTS_MAX && caseEvents.length < EVENTS_MAX,
    };
  }

  async #read(stream: string, maxCount: number): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.read(stream, { maxCount })) events.push(event);
    return events;
  }

  #has(name: ViewName): boolean {
    return this.views.names.includes(name);
  }

  async #fromView<Row>(
    name: ViewName,
    query: PositionQuery,
    read: (manager: EntityManager) => Promise<readonly Row[]>,
  ): Promise<readonly Row[]> {
    if (!this.#has(name)) return [];
    return (await this.views.read(name, query, read)).result;
  }
}

async function entriesOf(manager: EntityManager, paymentId: string): Promise<readonly Entry[]> {
  const rows = await manager
    .getRepository(JournalEntryRow)
    .find({ where: { paymentId }, order: { commit: 'ASC', prepare: 'ASC' } });
  const entries: Entry[] = [];
  for (const { entryId, eventType, lineId, recordedAt } of rows) {
    const postings = await manager
      .getRepository(JournalPosting)
      .find({ where: { entryId }, order: { line: 'ASC' } });
    entries.push({
      entryId,
      eventType,
      lineId,
      recordedAt: recordedAt.toISOString(),
      postings: postings.map(({ account, amount, currency }) => {
        const side = amount.startsWith('-') ? 'credit' : 'debit';
        const money = Money.fromJSON({ amount: amount.replace('-', ''), currency });
        return `${side} ${account} ${money.toString()}`;
      }),
    });
  }
  return entries;
}

async function linesOf(manager: EntityManager, paymentId: string): Promise<readonly Line[]> {
  const matches = await manager
    .getRepository(ReconciliationMatch)
    .find({ where: { paymentId }, order: { opened: 'ASC', reference: 'ASC' } });
  return matches.flatMap(({ provider, kind, reference, status, theirs }) =>
    theirs.map(({ lineId, amount, at }) => ({
      provider,
      lineId,
      kind,
      reference,
      amount: Money.fromJSON(amount).toString(),
      at,
      status,
    })),
  );
}
