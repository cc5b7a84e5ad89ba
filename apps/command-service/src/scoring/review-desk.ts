import { Injectable } from '@nestjs/common';
import { EventStore } from '#event-store';
import { ReviewRooms } from '#fraud-policy';
import { PAYMENT_STREAM_PREFIX, upcast, type CapacityUse, type EventOf } from '#payments';
import type { ReadMetric } from '#platform';
import type { NamedPolicy } from './policy-in-force.js';

/** Events read back at the first payment; clients that have none there start from the policy. */
const READ_BACK_EVENTS = 20_000;

/** What was last recorded of each client, by policy. */
type LastUses = ReadonlyMap<string, ReadonlyMap<string, CapacityUse>>;

/**
 * How many reviews each client's new merchants may still have. It counts what this process judged,
 * and begins with what is recorded. Of several command-services each has its share of the payments
 * and holds its share of them: together they hold no more than one would, beside what each may
 * have saved up.
 */
@Injectable()
export class ReviewDesk {
  readonly #rooms = new Map<string, ReviewRooms>();
  readonly #outcomes = new Map<string, number>();
  #lastUses: Promise<LastUses> | null = null;

  constructor(private readonly eventStore: EventStore) {}

  /** @throws EventStoreUnavailable when it cannot be read; ask again. */
  async roomsOf({ name, policy: { reviewCapacity } }: NamedPolicy): Promise<ReviewRooms> {
    const last = reviewCapacity && !this.#rooms.has(name) ? await this.#read() : null;
    const known = this.#rooms.get(name);
    if (known) return known;
    const rooms = new ReviewRooms(reviewCapacity);
    for (const [client, use] of last?.get(name) ?? []) rooms.note(client, use);
    this.#rooms.set(name, rooms);
    return rooms;
  }

  count(use: CapacityUse | null): void {
    if (!use?.outcome) return;
    this.#outcomes.set(use.outcome, (this.#outcomes.get(use.outcome) ?? 0) + 1);
  }

  get metrics(): ReadMetric[] {
    return [
      {
        name: 'assay_fraud_bounded_reviews_total',
        help: 'Payments of new merchants that the score wanted held, by what came of them.',
        type: 'counter',
        read: () =>
          ['review', 'approve', 'decline'].map((verdict) => {
            return { value: this.#outcomes.get(verdict) ?? 0, labels: { verdict } };
          }),
      },
    ];
  }

  async #read(): Promise<LastUses> {
    this.#lastUses ??= lastUsesIn(this.eventStore);
    try {
      return await this.#lastUses;
    } catch (error) {
      this.#lastUses = null;
      throw error;
    }
  }
}

async function lastUsesIn(store: EventStore): Promise<LastUses> {
  const uses = new Map<string, Map<string, CapacityUse>>();
  let events = 0;
  const back = { direction: 'backwards', streamPrefixes: [PAYMENT_STREAM_PREFIX] } as const;
  for await (const { type, data, metadata } of store.readAll(back)) {
    events += 1;
    if (events > READ_BACK_EVENTS) break;
    if (type !== 'RiskAssessed') continue;
    const { policy, judgement } = (upcast(type, data) as EventOf<'RiskAssessed'>).data;
    const client = clientOf(metadata['client']);
    const ofPolicy = uses.get(policy) ?? new Map<string, CapacityUse>();
    uses.set(policy, ofPolicy);
    if (judgement?.capacity && !ofPolicy.has(client)) ofPolicy.set(client, judgement.capacity);
  }
  return uses;
}

/** Payments of before clients were recorded are those of one client without a name. */
export function clientOf(client: unknown): string {
  return typeof client === 'string' ? client : '';
}
