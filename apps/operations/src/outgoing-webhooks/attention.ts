import type { WebhookEndpoint } from '#outgoing-webhooks';
import type { Health } from '#platform';
import type { KnownEndpoint } from './delivery.js';
import type { OutgoingWebhooks } from './outgoing-webhooks.js';

/** A receiver may be away for as long before a person hears of it. */
const FAILING_MS_MIN = 3_600_000;
/** More are counted as so many. */
const WAITING_MAX = 100_000;

export type EndpointTrouble = {
  readonly endpoint: WebhookEndpoint;
  /** `key-missing`: its secret is derived from a signing key that is not there. */
  readonly trouble: 'gone' | 'failing' | 'key-missing' | 'set-aside';
  readonly since: string;
  /** Messages that wait, as far as they are counted. */
  readonly waiting: number;
};

/** What is wrong with one endpoint, as a list of one or none. */
export function troubleOf(
  { endpoint }: KnownEndpoint,
  { queue, settings }: Pick<OutgoingWebhooks, 'queue' | 'settings'>,
): EndpointTrouble[] {
  const { endpointId, status, disabled, registeredAt } = endpoint;
  if (status === 'removed') return [];
  const found = (trouble: EndpointTrouble['trouble'], since: string): EndpointTrouble[] => [
    { endpoint, trouble, since, waiting: queue.waitingCount(endpointId, WAITING_MAX) },
  ];
  const aside = queue.endpointAsides.of(endpointId);
  if (aside) return found('set-aside', aside.at);
  // Its own client wants it so.
  if (disabled?.reason === 'client') return [];
  if (disabled) return found(disabled.reason, disabled.at);
  if (isKeyMissing(endpoint, settings)) return found('key-missing', registeredAt);
  const nowMs = settings.now();
  const sinceMs = queue.failingSinceMs(endpointId);
  const isFailing = sinceMs !== null && nowMs - sinceMs >= FAILING_MS_MIN;
  return isFailing ? found('failing', new Date(sinceMs).toISOString()) : [];
}

/** Its messages wait: there is no secret to sign them with. */
export function isKeyMissing(
  endpoint: WebhookEndpoint,
  { signing, now }: OutgoingWebhooks['settings'],
): boolean {
  return signing.secretsOf(endpoint, now()).length === 0;
}

/** Without events no message is made; without its key one endpoint gets none. */
export function addWebhookHealth(health: Health, webhooks: OutgoingWebhooks): void {
  health.add('outgoing-webhooks', () => webhooks.trouble);
  health.add('webhook-endpoints-set-aside', () => unreadable(webhooks), { essential: false });
  health.add('webhook-keys', () => missingKeys(webhooks), { essential: false });
}

/** The endpoints one of whose events cannot be read, in one sentence; null when there is none. */
function unreadable({ queue }: OutgoingWebhooks): string | null {
  const asides = queue.endpointAsides.all();
  if (asides.length === 0) return null;
  const named = asides.map(([id, { reason, revision }]) => `${id} at event ${revision}: ${reason}`);
  return `nothing is sent to endpoints with an event that cannot be read: ${named.join('; ')}`;
}

/** The endpoints without a key in one sentence; null when each has one. */
function missingKeys({ queue, settings }: OutgoingWebhooks): string | null {
  const without = queue
    .endpoints()
    .filter(({ endpoint }) => endpoint.status === 'active' && isKeyMissing(endpoint, settings));
  if (without.length === 0) return null;
  const waiting = without.reduce(
    (sum, { endpoint }) => sum + queue.waitingCount(endpoint.endpointId, WAITING_MAX),
    0,
  );
  const names = without.map(({ endpoint }) => endpoint.endpointId).join(', ');
  return `signing.key is not the one of ${names}: ${waiting} messages wait`;
}
