import type { GroupMetrics, StoreMetrics } from '#embedded-event-store';
import { histogramSamples, type ReadMetric, type Sample } from '#platform';

const MS_TO_SECONDS = 0.001;

/** The embedded store's numbers as Prometheus takes them. */
export function eventStoreMetrics(read: () => StoreMetrics): readonly ReadMetric[] {
  return [
    counter('appends_total', 'Appends that are on disk.', () => [one(read().appends)]),
    counter('appended_events_total', 'Events that are on disk.', () => [
      one(read().appendedEvents),
    ]),
    counter('appended_bytes_total', 'Data and metadata of appended events.', () => [
      one(read().appendedBytes),
    ]),
    counter('refused_appends_total', 'Appends that were not written.', () =>
      labelled('reason', read().refusedAppends),
    ),
    counter('reads_total', 'Reads that were begun.', () => labelled('source', read().reads)),
    counter('read_events_total', 'Events given to readers and subscriptions.', () => [
      one(read().readEvents),
    ]),
    gauge('subscriptions', 'Catch-up subscriptions that are open.', () =>
      labelled('source', read().subscriptions),
    ),
    gauge('position', 'Position of the last event on disk.', () => [one(read().position)]),
    {
      name: 'assay_event_store_commit_seconds',
      help: 'How long commits took to be on disk.',
      type: 'histogram',
      read: () => histogramSamples(read().commitMs, MS_TO_SECONDS),
    },
    {
      name: 'assay_event_store_commit_events',
      help: 'How many events a commit took to the disk together.',
      type: 'histogram',
      read: () => histogramSamples(read().commitEvents),
    },
    ...groupMetrics(() => read().persistentGroups),
  ];
}

function groupMetrics(read: () => readonly GroupMetrics[]): readonly ReadMetric[] {
  const each = (value: (group: GroupMetrics) => number) => () =>
    read().map((group) => ({
      value: value(group),
      labels: { stream: group.stream, group: group.group },
    }));
  return [
    gauge(
      'group_lag_events',
      'From the oldest unfinished event of a persistent subscription to the last one.',
      each(({ lag }) => lag),
    ),
    gauge(
      'group_parked_events',
      'Events that a persistent subscription gave up on.',
      each(({ parked }) => parked),
    ),
    gauge(
      'group_consumers',
      'Connections of a persistent subscription.',
      each(({ consumers }) => consumers),
    ),
  ];
}

function counter(name: string, help: string, read: () => readonly Sample[]): ReadMetric {
  return { name: `assay_event_store_${name}`, help, type: 'counter', read };
}

function gauge(name: string, help: string, read: () => readonly Sample[]): ReadMetric {
  return { name: `assay_event_store_${name}`, help, type: 'gauge', read };
}

function one(value: number): Sample {
  return { value };
}

function labelled(label: string, values: Readonly<Record<string, number>>): readonly Sample[] {
  return Object.entries(values).map(([key, value]) => ({ value, labels: { [label]: key } }));
}
