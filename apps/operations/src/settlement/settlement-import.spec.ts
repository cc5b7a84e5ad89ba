import { Money } from '#money';
import type { BookLine, PaymentProvider } from '#providers';
import { InMemoryEventStore } from '../../../../test/support/in-memory-event-store.js';
import type { JobResult } from '../jobs/job.js';
import { settlementImport } from './settlement-import.js';

const NEVER = new AbortController().signal;

describe("importing a provider's books", () => {
  it('records every line in the stream of its day', async () => {
    const store = new InMemoryEventStore();
    const result = await importInto(store, [line('a', '20'), line('b', '20'), line('c', '21')]);
    expect(result).toMatchObject({ read: 3, recorded: 3, until: '2026-11-21T10:00:00.000Z' });
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
    const job = settlementImport(provider(books), store, 1_000);
    const first = await job.run(null, NEVER);
    books.push(line('late', '20'));
    expect(await job.run(first, NEVER)).toMatchObject({ read: 2, recorded: 1 });
    expect(store.events).toHaveLength(2);
  });

  it('asks from three days before the last line on', async () => {
    const store = new InMemoryEventStore();
    const result = await importInto(store, [], { until: '2026-11-21T10:00:00.000Z' });
    expect(result).toMatchObject({ from: '2026-11-18T10:00:00.000Z' });
  });

  it('keeps what it recorded before it was stopped', async () => {
    const store = new InMemoryEventStore();
    const stopping = new AbortController();
    const books = provider([line('a', '20'), line('b', '21'), line('c', '22')], (read) => {
      if (read === 3) stopping.abort();
    });
    const run = settlementImport(books, store, 1_000).run(null, stopping.signal);
    await expect(run).rejects.toThrow(/aborted/);
    expect(store.events).toHaveLength(1);
  });
});

function importInto(
  store: InMemoryEventStore,
  books: readonly BookLine[],
  previous: JobResult | null = null,
): Promise<JobResult> {
  return settlementImport(provider(books), store, 1_000).run(previous, NEVER);
}

function provider(
  books: readonly BookLine[],
  onRead: (read: number) => void = () => undefined,
): PaymentProvider {
  async function* read(): AsyncGenerator<BookLine> {
    let count = 0;
    for (const line of books) {
      onRead((count += 1));
      yield line;
    }
  }
  return { name: 'stripe', books: read } as unknown as PaymentProvider;
}

function line(lineId: string, day: string): BookLine {
  return {
    lineId,
    kind: 'capture',
    reference: `ch_${lineId}`,
    paymentId: null,
    amount: Money.of(1050n, 'EUR'),
    fee: Money.of(40n, 'EUR'),
    at: `2026-11-${day}T10:00:00.000Z`,
  };
}
