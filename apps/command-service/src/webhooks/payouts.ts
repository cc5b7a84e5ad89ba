import { Injectable } from '@nestjs/common';
import { changeStream, EventStore, idOf, type StreamType } from '#event-store';
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
    const commandId = idOf('payout', provider, payoutReference, status);
    const actor = `webhook:${provider}`;
    const cause = { client: 'provider', actor, commandId, correlationId: eventId };
    const payout = { provider, payoutReference, amount, status, arrivesAt, at };
    return this.locks.run(stream, async () => {
      let isNews = false;
      await changeStream(this.eventStore, { stream, type: PAYOUT }, cause, (known) => {
        const recorded = recordPayout(payout, known);
        isNews = recorded.length > 0;
        return recorded;
      });
      return isNews;
    });
  }
}

const PAYOUT: StreamType<PayoutRecorded, readonly PayoutRecorded[]> = {
  initial: [],
  evolve: (known, recorded) => [...known, recorded],
  upcast: upcastPayout,
};
