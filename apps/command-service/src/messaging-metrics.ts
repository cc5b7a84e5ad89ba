import type { Messaging } from '#messaging';
import type { ReadMetric } from '#platform';

/** What this service knows of the messages it exchanges with the fraud workers. */
export function messagingMetrics(messaging: Messaging): ReadMetric[] {
  return [
    {
      name: 'assay_messaging_refused_total',
      help: 'Messages and answers that came without the seal of this system.',
      type: 'counter',
      read: () => [{ value: messaging.refused }],
    },
    {
      name: 'assay_messaging_connected',
      help: 'Whether there is a connection to NATS: 1 or 0.',
      type: 'gauge',
      read: () => [{ value: messaging.isConnected ? 1 : 0 }],
    },
  ];
}
