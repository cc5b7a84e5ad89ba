import { Injectable } from '@nestjs/common';
import { eventIdOf, EventStore, idOf, type Json } from '#event-store';
import { PAYOUT_STREAM_PREFIX, recordPayout, upcastPayout, type PayoutRecorded } from '#payments';
import type { ProviderFact } from '#provider-port';
import { Locks } from '../payment/locks.js';
import type { StoredWebhook } from './webhook-inbox.js';

type PayoutFact = Extract<ProviderFact, { kind: 'payout' }>;

/** Records how far money is on its way to our bank; a payout belongs to no payment. */
@Injectable()
export class Payouts {
  constructor(
    private readonly eventStore: EventStore,
    private readonly locks: Locks,
  ) {}

  /** @returns whether it was news. */
  record({ provider, eventId }: StoredWebhook, fact: PayoutFact): Promise<boolean> {
    const { payoutReference, amount, status, arrivesAt, at } = fact;
    const stream = `${PAYOUT_STREAM_PREFIX}${provider}-${payoutReference}`;
    return this.locks.run(stream, async () => {
      const known: PayoutRecorded[] = [];
      for await (const { type, data } of this.eventStore.read(stream)) {
        known.push(upcastPayout(type, data));
      }
      const payout = { provider, payoutReference, amount, status, arrivesAt, at };
      const [recorded] = recordPayout(payout, known);
      if (!recorded) return false;
      const commandId = idOf('payout', provider, payoutReference, status);
      const metadata = {
        client: 'provider',
        actor: `webhook:${provider}`,
        commandId,
        correlationId: eventId,
        causationId: commandId,
        schemaVersion: 1,
      };
      const { type, data } = recorded;
      const event = { id: eventIdOf(commandId, 0), type, data: data as unknown as Json, metadata };
      const expected = known.length === 0 ? 'no-stream' : BigInt(known.length - 1);
      await this.eventStore.append(stream, [event], expected);
      return true;
    });
  }
}
