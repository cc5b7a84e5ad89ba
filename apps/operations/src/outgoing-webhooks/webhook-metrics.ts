import type { Metrics } from '#platform';
import type { OutgoingWebhooks } from './outgoing-webhooks.js';

/** More messages that wait for one endpoint are counted as so many. */
const WAITING_MAX = 100_000;

/** Tells how many endpoints there are, how they are, and what waits for them. */
export function addWebhookMetrics(metrics: Metrics, { queue }: OutgoingWebhooks): void {
  metrics.add({
    name: 'assay_webhook_endpoints',
    help: 'Endpoints of clients, by state; a failing one did not take its last message.',
    type: 'gauge',
    read: () => {
      const counts = { active: 0, failing: 0, disabled: 0 };
      for (const { endpoint } of queue.endpoints()) {
        if (endpoint.status === 'removed') continue;
        const isFailing = queue.failingSinceMs(endpoint.endpointId) !== null;
        counts[endpoint.status === 'active' && isFailing ? 'failing' : endpoint.status] += 1;
      }
      return Object.entries(counts).map(([state, value]) => ({ value, labels: { state } }));
    },
  });
  metrics.add({
    name: 'assay_webhook_payments_set_aside',
    help: 'Payments whose events make no messages because one of them cannot be read.',
    type: 'gauge',
    read: () => [{ value: queue.asides().length }],
  });
  metrics.add({
    name: 'assay_webhook_messages_waiting',
    help: 'Messages that did not arrive yet, over all endpoints.',
    type: 'gauge',
    read: () => {
      const counts = queue
        .endpoints()
        .map(({ endpoint }) => queue.waitingCount(endpoint.endpointId, WAITING_MAX));
      return [{ value: counts.reduce((sum, count) => sum + count, 0) }];
    },
  });
}
