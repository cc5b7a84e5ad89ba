import { idOf, type EventStore, type Json, type NewEvent } from '#event-store';
import type { BookLine, PaymentProvider } from '#providers';
import { settlementStream } from '#reconciliation';
import type { Job, JobResult } from '../jobs/job.js';
import { SettlementDays } from './settlement-days.js';

/**
 * Read again with every import: lines may show up in a provider's books hours after their own
 * time. Lines that are known already are not recorded twice.
 */
const OVERLAP_MS = 3 * 86_400_000;

/** Events of one append. */
const BATCH_MAX = 500;

/**
 * Copies a provider's books into `settlement-<provider>-<day>`, from shortly before where the last
 * import ended.
 */
export function settlementImport(
  provider: PaymentProvider,
  eventStore: EventStore,
  intervalMs: number,
): Job {
  const days = new SettlementDays(eventStore);
  return {
    name: `settlement-${provider.name}`,
    schedule: { kind: 'every', intervalMs },
    run: async (previous, stopping) => {
      const from = (await startOf(previous, eventStore)).toISOString();
      const tally = { read: 0, recorded: 0, until: untilOf(previous) };
      for await (const batch of batches(provider, from)) {
        stopping.throwIfAborted();
        tally.read += batch.lines.length;
        tally.recorded += await days.record(batch.stream, batch.lines);
        for (const { at } of batch.at)
          if (tally.until === null || at > tally.until) tally.until = at;
      }
      days.forgetBefore(settlementStream(provider.name, from));
      return { from, ...tally };
    },
  };
}

type Batch = {
  readonly stream: string;
  readonly lines: readonly NewEvent[];
  readonly at: readonly BookLine[];
};

/** Lines of one day at a time, oldest first. */
async function* batches(provider: PaymentProvider, from: string): AsyncGenerator<Batch> {
  let lines: BookLine[] = [];
  for await (const line of provider.books(from)) {
    const [first] = lines;
    const full = lines.length >= BATCH_MAX;
    if (first && (full || dayOf(first) !== dayOf(line))) {
      yield batchOf(provider, lines);
      lines = [];
    }
    lines.push(line);
  }
  if (lines.length > 0) yield batchOf(provider, lines);
}

function dayOf({ at }: BookLine): string {
  return at.slice(0, 10);
}

function batchOf({ name: provider }: PaymentProvider, lines: readonly BookLine[]): Batch {
  const at = lines[0]?.at ?? '';
  return {
    stream: settlementStream(provider, at),
    at: lines,
    lines: lines.map((line) => eventOf(provider, line)),
  };
}

function eventOf(provider: PaymentProvider['name'], line: BookLine): NewEvent {
  const id = idOf('settlement-line', provider, line.lineId);
  return {
    id,
    type: 'SettlementLineRecorded',
    // Money is stored as its JSON form, digits in a string.
    data: JSON.parse(JSON.stringify({ provider, ...line })) as Json,
    metadata: {
      client: 'operations',
      actor: `provider:${provider}`,
      commandId: id,
      correlationId: line.paymentId ?? id,
      causationId: id,
      schemaVersion: 1,
    },
  };
}

/** Where the first import begins: before the store's first event, we moved no money. */
async function startOf(previous: JobResult | null, eventStore: EventStore): Promise<Date> {
  const until = untilOf(previous) ?? (await firstEventAt(eventStore));
  return new Date(Date.parse(until) - OVERLAP_MS);
}

function untilOf(previous: JobResult | null): string | null {
  const until = previous?.['until'];
  return typeof until === 'string' ? until : null;
}

async function firstEventAt(eventStore: EventStore): Promise<string> {
  for await (const { recordedAt } of eventStore.readAll({ maxCount: 1 })) return recordedAt;
  return new Date().toISOString();
}
