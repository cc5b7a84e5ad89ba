export type DisableReason = 'gone' | 'failing';

type Shape<Type extends string, Data> = { readonly type: Type; readonly data: Readonly<Data> };

/** Every event of a `webhook-endpoint-<id>` stream. Secrets are derived, hence in none of them. */
export type EndpointEvent =
  | Shape<
      'WebhookEndpointRegistered',
      {
        endpointId: string;
        client: string;
        url: string;
        /** Empty: all of them. */
        messageTypes: readonly string[];
        registeredAt: string;
      }
    >
  | Shape<
      'WebhookSecretReplaced',
      {
        endpointId: string;
        generation: number;
        /** Until then the secret before it signs as well. */
        previousUntil: string;
        replacedAt: string;
      }
    >
  | Shape<
      'WebhookEndpointDisabled',
      { endpointId: string; reason: DisableReason; disabledAt: string }
    >
  | Shape<'WebhookEndpointEnabled', { endpointId: string; enabledAt: string }>
  | Shape<'WebhookEndpointRemoved', { endpointId: string; removedAt: string }>
  | Shape<
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

/** Where one client wants to be told. */
export type WebhookEndpoint = {
  readonly endpointId: string;
  readonly client: string;
  readonly url: string;
  readonly messageTypes: readonly string[];
  readonly registeredAt: string;
  readonly generation: number;
  readonly previousUntil: string | null;
  readonly status: 'active' | 'disabled' | 'removed';
  readonly disabled: { readonly reason: DisableReason; readonly at: string } | null;
};

/** @throws TypeError when the first event is not the registration. */
export function evolveEndpoint(
  endpoint: WebhookEndpoint | null,
  { type, data }: EndpointEvent,
): WebhookEndpoint {
  if (type === 'WebhookEndpointRegistered') {
    const start = { generation: 1, previousUntil: null, status: 'active', disabled: null } as const;
    return { ...data, ...start };
  }
  if (!endpoint) throw new TypeError(`${type} before WebhookEndpointRegistered`);
  switch (type) {
    case 'WebhookSecretReplaced': {
      const { generation, previousUntil } = data;
      return { ...endpoint, generation, previousUntil };
    }
    case 'WebhookEndpointDisabled': {
      const { reason, disabledAt: at } = data;
      return { ...endpoint, status: 'disabled', disabled: { reason, at } };
    }
    case 'WebhookEndpointEnabled':
      return { ...endpoint, status: 'active', disabled: null };
    case 'WebhookEndpointRemoved':
      return { ...endpoint, status: 'removed' };
    case 'WebhookMessageAbandoned':
      return endpoint;
  }
}

/** Whether messages of a type about a client's payments go to the endpoint. */
export function mayReceive(
  { status, messageTypes, ...endpoint }: WebhookEndpoint,
  message: { readonly client: string; readonly type: string },
): boolean {
  if (status !== 'active' || endpoint.client !== message.client) return false;
  return messageTypes.length === 0 || messageTypes.includes(message.type);
}
