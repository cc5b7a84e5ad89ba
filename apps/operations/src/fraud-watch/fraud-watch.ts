import type { EventStore } from '#event-store';
import { LABEL_EVENTS, OutcomeBook } from '#fraud';
import { PAYMENT_STREAM_PREFIX, upcast, type PaymentEventType } from '#payments';
import type { Clock } from '#platform';
import type { Job, JobResult } from '../jobs/job.js';
import type { Schedule } from '../jobs/schedule.js';
import type { FraudMeasures } from './fraud-measures.js';
import { FraudTally } from './fraud-tally.js';
import { windowsOf } from './windows.js';

export type WatchPeriod = 'weekly' | 'monthly';

const DAY_MS = 86_400_000;
const DAYS: Readonly<Record<WatchPeriod, number>> = { weekly: 7, monthly: 30 };
const SCHEDULES: Readonly<Record<WatchPeriod, Schedule>> = {
  weekly: { kind: 'every', intervalMs: 7 * DAY_MS },
  monthly: { kind: 'monthly', day: 1, hour: 5 },
};

const LABELS: ReadonlySet<string> = new Set(LABEL_EVENTS);
const COUNTED: ReadonlySet<string> = new Set<PaymentEventType>([
  'PaymentInitiated',
  'RiskAssessed',
  'PaymentHeldForReview',
  ...LABEL_EVENTS,
]);
const PAYMENTS = { streamPrefixes: [PAYMENT_STREAM_PREFIX] };

export function watchJobName(period: WatchPeriod): string {
  return `fraud-watch-${period}`;
}

/**
 * Looks at how scoring and review did; what it finds is the result of its run.
 *
 * @param onMeasured also called after a start, with what the last run found.
 */
export function fraudWatch(
  period: WatchPeriod,
  { store, clock }: { readonly store: EventStore; readonly clock: Clock },
  onMeasured: (measures: FraudMeasures) => void = () => undefined,
): Job {
  return {
    name: watchJobName(period),
    schedule: SCHEDULES[period],
    run: async (_previous: JobResult | null, stopping: AbortSignal): Promise<JobResult> => {
      const to = clock.nowIso;
      const measures = await measureFraud(store, { to, days: DAYS[period], stopping });
      onMeasured(measures);
      return measures;
    },
    remember: (last) => {
      onMeasured(last as unknown as FraudMeasures);
    },
  };
}

export type Measuring = {
  readonly to: string;
  readonly days: number;
  readonly stopping?: AbortSignal;
};

/**
 * Streams the ledger twice: for what is known of every payment today, then for the counts.
 *
 * @throws Error when it is to stop.
 */
export async function measureFraud(
  store: EventStore,
  { to, days, stopping }: Measuring,
): Promise<FraudMeasures> {
  const outcomes = new OutcomeBook();
  for await (const { type, data } of store.readAll(PAYMENTS)) {
    stopping?.throwIfAborted();
    if (LABELS.has(type)) outcomes.observe(upcast(type, data));
  }
  const tally = new FraudTally(windowsOf(to, days), outcomes);
  for await (const { type, data } of store.readAll(PAYMENTS)) {
    stopping?.throwIfAborted();
    if (COUNTED.has(type)) tally.observe(upcast(type, data));
  }
  return tally.measures;
}
