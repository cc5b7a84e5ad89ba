import type { EndpointEvent, WebhookEndpoint } from './endpoint.js';

/** What a client changes of its endpoint; what is left out stays. */
export type EndpointEdit = {
  readonly url?: string | undefined;
  readonly description?: string | null | undefined;
  /** Empty: all, also those that come to be added. */
  readonly messageTypes?: readonly string[] | undefined;
  readonly status?: 'active' | 'disabled' | undefined;
};

export type EditCommand = {
  readonly commandId: string;
  readonly requestHash: string;
  readonly now: string;
};

/** The events of an edit; none when it changes nothing, or is repeated. */
export function decideEdit(
  endpoint: WebhookEndpoint,
  edit: EndpointEdit,
  { commandId, requestHash, now }: EditCommand,
): readonly EndpointEvent[] {
  if (endpoint.changes.some((change) => change.commandId === commandId)) return [];
  const after = edited(endpoint, edit);
  if (isSame(endpoint, after)) return [];
  const { endpointId } = endpoint;
  const { status, ...chosen } = after;
  const data = { endpointId, ...chosen, commandId, requestHash, changedAt: now };
  const changed = { type: 'WebhookEndpointChanged', data } as const;
  if (status === endpoint.status) return [changed];
  const disabled = { endpointId, reason: 'client', disabledAt: now } as const;
  return [
    changed,
    status === 'active'
      ? { type: 'WebhookEndpointEnabled', data: { endpointId, enabledAt: now } }
      : { type: 'WebhookEndpointDisabled', data: disabled },
  ];
}

type Editable = Pick<WebhookEndpoint, 'url' | 'description' | 'messageTypes' | 'status'>;

function edited(endpoint: WebhookEndpoint, edit: EndpointEdit): Editable {
  return {
    url: edit.url ?? endpoint.url,
    description: edit.description === undefined ? endpoint.description : edit.description,
    messageTypes: edit.messageTypes ?? endpoint.messageTypes,
    status: edit.status ?? endpoint.status,
  };
}

function isSame(some: Editable, other: Editable): boolean {
  return (
    some.url === other.url &&
    some.description === other.description &&
    some.status === other.status &&
    hasSameTypes(some.messageTypes, other.messageTypes)
  );
}

export function hasSameTypes(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each) => others.includes(each));
}
