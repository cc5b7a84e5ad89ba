import { DecidedStream, type EventStore } from '#event-store';
import { PERIODS_STREAM, PERIODS_STREAM_TYPE, type PeriodEvent, type PeriodsState } from '#journal';

/** Decisions about the periods of the ledger, kept in `journal-periods`. */
export class PeriodDecisions extends DecidedStream<PeriodEvent, PeriodsState> {
  constructor(eventStore: EventStore) {
    super(eventStore, { stream: PERIODS_STREAM, type: PERIODS_STREAM_TYPE });
  }
}
