import { upcastOf, type EventShape } from '#event-shapes';

/** `client`: its own client disabled it. */
export type DisableReason = 'gone' | 'failing' | 'client';

/** Every event of a `webhook-endpoint-<id>` stream. Secrets are derived, hence in none of them. */
export type EndpointEvent =
  | EventShape<
      'WebhookEndpointRegistered',
      {
        endpointId: string;
        client: string;
        url: string;
        /** Empty: all of them. */
        messageTypes: readonly string[];
        /** A note of the client's own; absent in the oldest events. */
        description: string | null;
        /** Which signing key its secret is derived from; null in the oldest events. */
        keyId: string | null;
        registeredAt: string;
      }
    >
  | EventShape<
      'WebhookSecretReplaced',
      {
        endpointId: string;
        generation: number;
        /** Likewise. */
        keyId: string | null;
        /** Tells a repeat of the command; null in older events. */
        commandId: string | null;
        /** Until then the secret before it signs as well. */
        previousUntil: string;
        replacedAt: string;
      }
    >
  | EventShape<
      'WebhookEndpointDisabled',
      { endpointId: string; reason: DisableReason; disabledAt: string }
    >
  | EventShape<
      'WebhookEndpointChanged',
      {
        endpointId: string;
        url: string;
        description: string | null;
        messageTypes: readonly string[];
        /** Tells a repeat of the command from another one under the same key. */
        commandId: string;
        requestHash: string;
        changedAt: string;
      }
    >
  | EventShape<'WebhookEndpointEnabled', { endpointId: string; enabledAt: string }>
  | EventShape<'WebhookEndpointRemoved', { endpointId: string; removedAt: string }>
  | EventShape<
      'WebhookMessageAbandoned',
      {
        endpointId: string;
        messageId: string;
        messageType: string;
        paymentId: string;
        attempts: number;
        /** The last failure, as in `answered 500`. */
        reason: string;
        abandonedAt: string;
      }
    >;

/** One secret of an endpoint: what is needed to derive it again. */
export type SecretVersion = {
  readonly generation: number;
  /** Null: from before keys had names, hence from whichever key there is. */
  readonly keyId: string | null;
  /** Which command made it; absent: the registration did, or it is older than that is kept. */
  readonly commandId?: string;
};

export type EarlierTypes = { readonly until: string; readonly messageTypes: readonly string[] };

export type EndpointChange = { readonly commandId: string; readonly requestHash: string };

/** As many changes are remembered: the feed of messages and repeats of commands are near. */
const REMEMBERED_MAX = 20;

/** Where one client wants to be told. */
export type WebhookEndpoint = {
  readonly endpointId: string;
  readonly client: string;
  readonly url: string;
  readonly description: string | null;
  /** Empty: all, also those that come to be added. */
  readonly messageTypes: readonly string[];
  /** What it was told of before its latest changes, oldest first, each until a position. */
  readonly earlierTypes: readonly EarlierTypes[];
  /** The latest commands that changed it. */
  readonly changes: readonly EndpointChange[];
  readonly registeredAt: string;
  readonly secret: SecretVersion;
  readonly previous: (SecretVersion & { readonly until: string }) | null;
  readonly status: 'active' | 'disabled' | 'removed';
  readonly disabled: { readonly reason: DisableReason; readonly at: string } | null;
  /** Store position at which it was last disabled: from there on it was told nothing. */
  readonly missedFrom: string | null;
};

export const upcastEndpoint = upcastOf<EndpointEvent>('webhook endpoint', {
  WebhookEndpointRegistered: { personal: {}, added: { keyId: null, description: null } },
  WebhookSecretReplaced: { personal: {}, added: { keyId: null, commandId: null } },
  WebhookEndpointDisabled: { personal: {} },
  WebhookEndpointChanged: { personal: {} },
  WebhookEndpointEnabled: { personal: {} },
  WebhookEndpointRemoved: { personal: {} },
  WebhookMessageAbandoned: { personal: {} },
});

/**
 * @param position of the event in the store.
 * @throws TypeError when the first event is not the registration.
 */
export function evolveEndpoint(
  endpoint: WebhookEndpoint | null,
  { type, data }: EndpointEvent,
  position: string,
): WebhookEndpoint {
  if (type === 'WebhookEndpointRegistered') {
    const { keyId, ...known } = data;
    const secret = { generation: 1, keyId };
    const start = {
      earlierTypes: [],
      changes: [],
      previous: null,
      status: 'active',
      disabled: null,
      missedFrom: null,
    } as const;
    return { ...known, secret, ...start };
  }
  if (!endpoint) throw new TypeError(`${type} before WebhookEndpointRegistered`);
  switch (type) {
    case 'WebhookSecretReplaced': {
      const { generation, keyId, commandId, previousUntil: until } = data;
      const previous = { ...endpoint.secret, until };
      const secret = { generation, keyId, ...(commandId !== null && { commandId }) };
      return { ...endpoint, secret, previous };
    }
    case 'WebhookEndpointDisabled': {
      const { reason, disabledAt: at } = data;
      const disabled = { reason, at };
      return { ...endpoint, status: 'disabled', disabled, missedFrom: position };
    }
    case 'WebhookEndpointChanged':
      return changed(endpoint, data, position);
    case 'WebhookEndpointEnabled':
      return { ...endpoint, status: 'active', disabled: null };
    case 'WebhookEndpointRemoved':
      return { ...endpoint, status: 'removed' };
    case 'WebhookMessageAbandoned':
      return endpoint;
  }
}

function changed(
  endpoint: WebhookEndpoint,
  data: Extract<EndpointEvent, { type: 'WebhookEndpointChanged' }>['data'],
  position: string,
): WebhookEndpoint {
  const { url, description, messageTypes, commandId, requestHash } = data;
  const earlier = { until: position, messageTypes: endpoint.messageTypes };
  return {
    ...endpoint,
    url,
    description,
    messageTypes,
    earlierTypes: [...endpoint.earlierTypes, earlier].slice(-REMEMBERED_MAX),
    changes: [...endpoint.changes, { commandId, requestHash }].slice(-REMEMBERED_MAX),
  };
}

/**
 * Whether a message of a type about a client's payments concerns the endpoint.
 *
 * @param isBefore whether what happened did so before a position; left out: judged by the types
 * that are chosen now.
 */
export function isAddressedTo(
  { client, status, ...endpoint }: WebhookEndpoint,
  message: { readonly client: string; readonly type: string },
  isBefore: (position: string) => boolean = () => false,
): boolean {
  if (status === 'removed' || client !== message.client) return false;
  const earlier = endpoint.earlierTypes.find(({ until }) => isBefore(until));
  const { messageTypes } = earlier ?? endpoint;
  return messageTypes.length === 0 || messageTypes.includes(message.type);
}
