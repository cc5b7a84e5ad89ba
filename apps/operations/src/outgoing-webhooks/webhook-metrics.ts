import type { Metrics } from '#platform';
import type { WebhookEndpoint } from '#outgoing-webhooks';
import { isKeyMissing } from './attention.js';
import type { OutgoingWebhooks } from './outgoing-webhooks.js';

/** More messages that wait for one endpoint are counted as so many. */
const WAITING_MAX = 100_000;

/** Tells how many endpoints there are, how they are, and what waits for them. */
export function addWebhookMetrics(metrics: Metrics, webhooks: OutgoingWebhooks): void {
  const { queue } = webhooks;
  metrics.add({
    name: 'assay_webhook_endpoints',
    help:
      'Endpoints of clients, by state; a failing one did not take its last message, one whose key ' +
      'is missing gets none.',
    type: 'gauge',
    read: () => {
      const counts = { active: 0, failing: 0, 'key-missing': 0, disabled: 0 };
      for (const { endpoint } of queue.endpoints()) {
        if (endpoint.status !== 'removed') counts[stateOf(endpoint, webhooks)] += 1;
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
    name: 'assay_webhook_endpoints_set_aside',
    help: 'Endpoints that get nothing because one of their events cannot be read.',
    type: 'gauge',
    read: () => [{ value: queue.endpointAsides.all().length }],
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

type State = 'active' | 'failing' | 'key-missing' | 'disabled';

function stateOf(endpoint: WebhookEndpoint, { queue, settings }: OutgoingWebhooks): State {
  if (endpoint.status !== 'active') return 'disabled';
  if (isKeyMissing(endpoint, settings)) return 'key-missing';
  return queue.failingSinceMs(endpoint.endpointId) === null ? 'active' : 'failing';
}
