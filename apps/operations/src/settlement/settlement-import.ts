import type { EventStore } from '#event-store';
import type { BookEntry, SettlementLine, PaymentProvider, UnreadableLine } from '#provider-port';
import type { Clock } from '#platform';
import { settlementStream } from '#reconciliation';
import type { Job } from '../jobs/job.js';
import { eventOfLine } from './line-event.js';
import { nearOf, reachOf } from './reach.js';
import { SettlementDays } from './settlement-days.js';

/** Events of one append. */
const BATCH_MAX = 500;

/**
 * Copies a provider's books into `settlement-<provider>-<day>`, from shortly before where the last
 * import began. Lines that are known already are not recorded twice; one that cannot be read is
 * kept as it is, and the others go in.
 */
export function settlementImport(
  provider: PaymentProvider,
  eventStore: EventStore,
  intervalMs: number,
  clock: Clock,
): Job {
  const days = new SettlementDays(eventStore);
  return {
    name: `settlement-${provider.name}`,
    schedule: { kind: 'every', intervalMs },
    run: async (previous, stopping) => {
      const now = clock.now();
      const { from, farAt } = await reachOf(previous, eventStore, now);
      const near = settlementStream(provider.name, nearOf(now));
      const tally = new Tally();
      for await (const batch of batches(provider, from, tally)) {
        stopping.throwIfAborted();
        const stream = settlementStream(provider.name, batch[0]?.at ?? from);
        const events = batch.map(eventOfLine);
        const recorded = await days.record(stream, events);
        tally.recorded += recorded;
        // Days that only this run reads, and that it has gone through.
        days.forgetBefore(stream < near ? stream : near);
      }
      const { read, recorded, setAside, pending, pendingSince } = tally;
      const until = now.toISOString();
      return { from, read, recorded, setAside, pending, pendingSince, until, farAt };
    },
  };
}

/** What a run finds. */
class Tally {
  read = 0;
  recorded = 0;
  /** Lines that could not be read, seen before or not. */
  setAside = 0;
  pending = 0;
  /** When the oldest of the pending lines began. */
  pendingSince: string | null = null;

  count({ kind, at }: BookEntry): void {
    this.read += 1;
    if (kind === 'unreadable') this.setAside += 1;
    if (kind !== 'pending') return;
    this.pending += 1;
    if (this.pendingSince === null || at < this.pendingSince) this.pendingSince = at;
  }
}

type KeptLine = SettlementLine | UnreadableLine;

/** Lines of one day at a time, oldest first. */
async function* batches(
  provider: PaymentProvider,
  from: string,
  tally: Tally,
): AsyncGenerator<readonly KeptLine[]> {
  let lines: KeptLine[] = [];
  for await (const entry of provider.books(from)) {
    tally.count(entry);
    if (entry.kind === 'pending') continue;
    const [first] = lines;
    if (first && (lines.length >= BATCH_MAX || dayOf(first) !== dayOf(entry))) {
      yield lines;
      lines = [];
    }
    lines.push(entry);
  }
  if (lines.length > 0) yield lines;
}

function dayOf({ at }: KeptLine): string {
  return at.slice(0, 10);
}
