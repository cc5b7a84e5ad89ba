import { evolveEndpoint, isAddressedTo, type EndpointEvent } from './endpoint.js';

const REGISTERED: EndpointEvent = {
  type: 'WebhookEndpointRegistered',
  data: {
    endpointId: 'e1',
    client: 'shop',
    url: 'https://shop.example',
    description: null,
    messageTypes: ['payment.captured'],
    keyId: 'k1',
    registeredAt: '2026-11-01T00:00:00Z',
  },
};
const replaced = (generation: number, keyId: string): EndpointEvent => ({
  type: 'WebhookSecretReplaced',
  data: {
    endpointId: 'e1',
    generation,
    keyId,
    commandId: null,
    previousUntil: 'then',
    replacedAt: 'now',
  },
});
const DISABLED: EndpointEvent = {
  type: 'WebhookEndpointDisabled',
  data: { endpointId: 'e1', reason: 'failing', disabledAt: 'then' },
};
const ENABLED: EndpointEvent = {
  type: 'WebhookEndpointEnabled',
  data: { endpointId: 'e1', enabledAt: 'now' },
};

describe('a webhook endpoint', () => {
  it('keeps the secret before the one it got last', () => {
    const endpoint = after(REGISTERED, replaced(2, 'k1'), replaced(3, 'k2'));
    expect(endpoint.secret).toEqual({ generation: 3, keyId: 'k2' });
    expect(endpoint.previous).toEqual({ generation: 2, keyId: 'k1', until: 'then' });
  });

  it('remembers from where on it got no message, also when it gets them again', () => {
    const disabled = after(REGISTERED, DISABLED);
    expect(disabled).toMatchObject({ status: 'disabled', missedFrom: '2/2' });
    const enabled = after(REGISTERED, DISABLED, ENABLED);
    expect(enabled).toMatchObject({ status: 'active', disabled: null, missedFrom: '2/2' });
  });

  it('takes the types it asked for about the payments of its client', () => {
    const endpoint = after(REGISTERED);
    expect(isAddressedTo(endpoint, { client: 'shop', type: 'payment.captured' })).toBe(true);
    expect(isAddressedTo(endpoint, { client: 'shop', type: 'payment.voided' })).toBe(false);
    expect(isAddressedTo(endpoint, { client: 'rival', type: 'payment.captured' })).toBe(false);
    expect(isAddressedTo({ ...endpoint, messageTypes: [] }, { client: 'shop', type: 'x' })).toBe(
      true,
    );
  });

  it('begins with its registration', () => {
    expect(() => evolveEndpoint(null, ENABLED, '1/1')).toThrow(TypeError);
  });
});

function after(...events: readonly EndpointEvent[]): ReturnType<typeof evolveEndpoint> {
  const [first = REGISTERED, ...rest] = events;
  return rest.reduce(
    (endpoint, event, index) => evolveEndpoint(endpoint, event, `${index + 2}/${index + 2}`),
    evolveEndpoint(null, first, '1/1'),
  );
}
