import type { WebhookEndpoint } from '#outgoing-webhooks';
import type { KnownEndpoint } from './delivery-queue.js';
import type { OutgoingWebhooks } from './outgoing-webhooks.js';

/** A receiver may be away for as long before a person hears of it. */
const FAILING_MS_MIN = 3_600_000;
/** More are counted as so many. */
const WAITING_MAX = 100_000;

export type Troubled = {
  readonly endpoint: WebhookEndpoint;
  /** `key-missing`: its secret is derived from a signing key that is not there. */
  readonly trouble: 'gone' | 'failing' | 'key-missing';
  readonly since: string;
  /** Messages that wait, as far as they are counted. */
  readonly waiting: number;
};

/** What is wrong with one endpoint, as a list of one or none. */
export function troubleOf(
  { endpoint }: KnownEndpoint,
  { queue, settings }: Pick<OutgoingWebhooks, 'queue' | 'settings'>,
): Troubled[] {
  const { endpointId, status, disabled, registeredAt } = endpoint;
  if (status === 'removed') return [];
  const found = (trouble: Troubled['trouble'], since: string): Troubled[] => [
    { endpoint, trouble, since, waiting: queue.waitingCount(endpointId, WAITING_MAX) },
  ];
  if (disabled) return found(disabled.reason, disabled.at);
  const nowMs = settings.now();
  if (settings.signing.secretsOf(endpoint, nowMs).length === 0) {
    return found('key-missing', registeredAt);
  }
  const sinceMs = queue.failingSinceMs(endpointId);
  const isFailing = sinceMs !== null && nowMs - sinceMs >= FAILING_MS_MIN;
  return isFailing ? found('failing', new Date(sinceMs).toISOString()) : [];
}
