import { Money } from '#money';
import type { BookEntry, SettlementLine, PaymentProvider } from '#provider-port';
import { Clock } from '#platform';
import { InMemoryEventStore } from '../../../../test/support/in-memory-event-store.js';
import type { JobResult } from '../jobs/job.js';
import { settlementImport } from './settlement-import.js';

const NEVER = new AbortController().signal;
const NOW = '2026-11-22T12:00:00.000Z';

describe("importing a provider's books", () => {
  it('records every line in the stream of its day', async () => {
    const store = new InMemoryEventStore();
    const result = await importInto(store, [line('a', '20'), line('b', '20'), line('c', '21')]);
    expect(result).toMatchObject({ read: 3, recorded: 3, until: NOW });
    expect(store.events.map(({ stream, data }) => [stream, data])).toMatchObject([
      ['settlement-stripe-2026-11-20', { lineId: 'a', provider: 'stripe' }],
      ['settlement-stripe-2026-11-20', { lineId: 'b' }],
      ['settlement-stripe-2026-11-21', { amount: { amount: '1050', currency: 'EUR' } }],
    ]);
  });

  it('records nothing again, even without a memory of its own', async () => {
    const store = new InMemoryEventStore();
    await importInto(store, [line('a', '20'), line('b', '21')]);
    const again = await importInto(store, [line('a', '20'), line('b', '21')]);
    expect(again).toMatchObject({ read: 2, recorded: 0 });
    expect(store.events).toHaveLength(2);
  });

  it('records a line that shows up late, beside those of its day', async () => {
    const store = new InMemoryEventStore();
    const books = [line('a', '20')];
    const job = settlementImport(provider(books), store, 1_000, new Clock(() => new Date(NOW)));
    const first = await job.run(null, NEVER);
    books.push(line('late', '20'));
    expect(await job.run(first, NEVER)).toMatchObject({ read: 2, recorded: 1 });
    expect(store.events).toHaveLength(2);
  });

  it('takes its mark from the run, at any times of the lines', async () => {
    const store = new InMemoryEventStore();
    const ahead = { ...line('ahead', '20'), at: '2027-12-27T10:00:00.000Z' };
    const first = await importInto(store, [line('a', '20'), ahead]);
    expect(first).toMatchObject({ recorded: 2, until: NOW });
    const asked: string[] = [];
    const later = await importInto(store, [line('b', '22')], first, asked);
    expect(later).toMatchObject({ recorded: 1 });
    expect(asked).toEqual(['2026-11-19T12:00:00.000Z']);
  });

  it('does not trust a mark that lies in the future: it begins again', async () => {
    const until = '2027-12-27T10:00:00.000Z';
    const result = await importInto(new InMemoryEventStore(), [], { until, farAt: NOW });
    expect(result).toMatchObject({ from: '2026-10-23T12:00:00.000Z', until: NOW });
  });

  it('reads the last days again with every run, and once a day the last month', async () => {
    const store = new InMemoryEventStore();
    const near = { until: '2026-11-22T11:00:00.000Z', farAt: '2026-11-21T12:00:00.001Z' };
    expect(await importInto(store, [], near)).toMatchObject({
      from: '2026-11-19T11:00:00.000Z',
      farAt: near.farAt,
    });
    const due = { ...near, farAt: '2026-11-21T12:00:00.000Z' };
    expect(await importInto(store, [], due)).toMatchObject({
      from: '2026-10-23T11:00:00.000Z',
      farAt: NOW,
    });
  });

  it('records what settles long after it began, when it is final', async () => {
    const store = new InMemoryEventStore();
    const begun = {
      kind: 'pending',
      provider: 'stripe',
      lineId: 'debit',
      at: '2026-10-01T10:00:00.000Z',
    } as const;
    const first = await importInto(store, [begun, line('a', '20')]);
    expect(first).toMatchObject({ recorded: 1, pending: 1, pendingSince: begun.at });
    const asked: string[] = [];
    const settled = { ...line('debit', '20'), at: begun.at };
    const tomorrow = { ...first, farAt: '2026-11-21T12:00:00.000Z' };
    expect(await importInto(store, [settled], tomorrow, asked)).toMatchObject({
      recorded: 1,
      pending: 0,
      pendingSince: null,
    });
    expect(asked).toEqual([begun.at]);
    expect(store.events.at(-1)).toMatchObject({ stream: 'settlement-stripe-2026-10-01' });
  });

  it('keeps aside a line that it cannot read, and records the others', async () => {
    const store = new InMemoryEventStore();
    const odd: BookEntry = {
      kind: 'unreadable',
      provider: 'stripe',
      lineId: 'odd',
      at: '2026-11-20T10:00:00.000Z',
      reason: 'not a currency of this provider: ZZZ',
      raw: '{"currency":"zzz"}',
    };
    const books = [line('a', '20'), odd, line('b', '20')];
    expect(await importInto(store, books)).toMatchObject({ read: 3, recorded: 3, setAside: 1 });
    expect(await importInto(store, books)).toMatchObject({ recorded: 0, setAside: 1 });
    expect(store.events.map(({ type }) => type)).toEqual([
      'SettlementLineRecorded',
      'SettlementLineSetAside',
      'SettlementLineRecorded',
    ]);
    expect(store.events[1]?.data).toMatchObject({ lineId: 'odd', raw: odd.raw });
  });

  it('keeps what it recorded before it was stopped', async () => {
    const store = new InMemoryEventStore();
    const stopping = new AbortController();
    const books = provider([line('a', '20'), line('b', '21'), line('c', '22')], (read) => {
      if (read === 3) stopping.abort();
    });
    const run = settlementImport(books, store, 1_000, new Clock(() => new Date(NOW))).run(
      null,
      stopping.signal,
    );
    await expect(run).rejects.toThrow(/aborted/);
    expect(store.events).toHaveLength(1);
  });
});

function importInto(
  store: InMemoryEventStore,
  books: readonly BookEntry[],
  previous: JobResult | null = null,
  asked: string[] = [],
): Promise<JobResult> {
  const of = provider(books, undefined, asked);
  return settlementImport(of, store, 1_000, new Clock(() => new Date(NOW))).run(previous, NEVER);
}

function provider(
  books: readonly BookEntry[],
  onRead: (read: number) => void = () => undefined,
  asked: string[] = [],
): PaymentProvider {
  async function* read(from: string): AsyncGenerator<BookEntry> {
    asked.push(from);
    let count = 0;
    for (const line of books) {
      onRead((count += 1));
      yield line;
    }
  }
  return { name: 'stripe', books: read } as unknown as PaymentProvider;
}

function line(lineId: string, day: string): SettlementLine {
  return {
    provider: 'stripe',
    lineId,
    kind: 'capture',
    reference: `ch_${lineId}`,
    paymentId: null,
    amount: Money.of(1050n, 'EUR'),
    fee: Money.of(40n, 'EUR'),
    at: `2026-11-${day}T10:00:00.000Z`,
  };
}
