import { Controller, Get, Param, Query as Queried } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { EventStore, StoreDiverged, type RecordedEvent } from '#event-store';
import { paymentStream } from '#payments';
import {
  ByMerchant,
  Caller,
  isOfMerchants,
  Noted,
  PAYMENT_READERS,
  Problem,
  Roles,
  UuidPipe,
} from '#platform';
import { Query } from '../views/query.decorator.js';
import { eventsPage } from './events-page.js';
import { EventsQuery, PaymentEventsQuery } from './history.request.js';
import { recordedEventResponse, RecordedEventsResponse } from './recorded-event.response.js';

/** The events themselves, from the event store: what every view is derived from. */
@Query('history')
@Noted()
@Controller('v1')
export class HistoryController {
  constructor(private readonly store: EventStore) {}

  @Get('payments/:paymentId/events')
  @Roles(...PAYMENT_READERS)
  @ByMerchant()
  @ApiOperation({ summary: "A payment's history, event by event, with what led to each" })
  @ApiOkResponse({ type: RecordedEventsResponse })
  async paymentEvents(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Queried() { limit, cursor }: PaymentEventsQuery,
    @Caller() caller: Caller,
  ): Promise<RecordedEventsResponse> {
    const stream = paymentStream(paymentId);
    const [first] = await all(this.store.read(stream, { maxCount: 1 }));
    if (!first || !maySee(caller, first)) {
      throw new Problem('not-found', `no payment ${paymentId}`);
    }
    const from = cursor === undefined ? 0n : BigInt(cursor);
    const events = await all(this.store.read(stream, { from, maxCount: limit + 1 }));
    const next = events[limit]?.revision.toString() ?? null;
    return { items: events.slice(0, limit).map(recordedEventResponse), nextCursor: next };
  }

  @Get('events')
  @Roles('auditor')
  @ApiOperation({ summary: 'Events of the whole ledger in store order' })
  @ApiOkResponse({ type: RecordedEventsResponse })
  async events(@Queried() query: EventsQuery): Promise<RecordedEventsResponse> {
    try {
      const { events, nextCursor } = await eventsPage(this.store, query);
      return { items: events.map(recordedEventResponse), nextCursor };
    } catch (error) {
      if (!(error instanceof StoreDiverged)) throw error;
      const message = 'must be a position of this event store';
      throw new Problem('request-invalid', undefined, [{ field: 'cursor', message }]);
    }
  }
}

/** A service sees the payments that it initiated, each other role all; both of their merchants. */
function maySee(caller: Caller, { data, metadata }: RecordedEvent): boolean {
  if (caller.role === 'service' && metadata['client'] !== caller.client) return false;
  return isOfMerchants(caller, (data as { readonly merchantId?: unknown }).merchantId);
}

async function all(events: AsyncIterable<RecordedEvent>): Promise<RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  for await (const event of events) found.push(event);
  return found;
}
