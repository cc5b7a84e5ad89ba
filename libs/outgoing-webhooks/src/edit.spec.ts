import fc from 'fast-check';
import { decideEdit, type EndpointEdit } from './edit.js';
import { evolveEndpoint, isAddressedTo, type WebhookEndpoint } from './endpoint.js';
import { MESSAGE_TYPES } from './message.js';

const COMMAND = { commandId: 'c1', requestHash: 'h1', now: '2026-11-01T00:00:00Z' };
const ENDPOINT = evolveEndpoint(
  null,
  {
    type: 'WebhookEndpointRegistered',
    data: {
      endpointId: 'e1',
      client: 'shop',
      url: 'https://shop.example/old',
      description: null,
      messageTypes: ['payment.captured'],
      keyId: 'k1',
      registeredAt: '2026-10-01T00:00:00Z',
    },
  },
  '1/1',
);

describe('an edit of an endpoint', () => {
  it('changes what it names and keeps the rest', () => {
    const edited = after({ url: 'https://shop.example/new', description: 'the new one' });
    expect(edited).toMatchObject({
      url: 'https://shop.example/new',
      description: 'the new one',
      messageTypes: ['payment.captured'],
      status: 'active',
    });
    expect(after({ description: null }, edited, 'c2')).toMatchObject({ description: null });
  });

  it('disables and enables, with the position from which on nothing was told', () => {
    const disabled = after({ status: 'disabled' });
    expect(disabled).toMatchObject({ disabled: { reason: 'client' }, missedFrom: '3/3' });
    const command = { ...COMMAND, commandId: 'c2' };
    expect(decideEdit(disabled, { status: 'active' }, command).map(({ type }) => type)).toEqual([
      'WebhookEndpointChanged',
      'WebhookEndpointEnabled',
    ]);
  });

  it('is no event when it changes nothing, or was made before', () => {
    expect(decideEdit(ENDPOINT, { url: ENDPOINT.url }, COMMAND)).toEqual([]);
    const url = 'https://shop.example/new';
    const edited = after({ url: 'https://shop.example/other' }, after({ url }), 'c2');
    expect(decideEdit(edited, { url }, COMMAND)).toEqual([]);
  });
});

const types = fc.uniqueArray(fc.constantFrom(...MESSAGE_TYPES), { minLength: 1 });

describe('the chosen types', () => {
  it('are those that are sent, exactly, on either side of each change', () => {
    const edits = fc.array(types, { maxLength: 10 });
    const asked = fc.tuple(fc.constantFrom(...MESSAGE_TYPES), fc.nat({ max: 12 }));
    fc.assert(
      fc.property(edits, asked, (choices, [type, at]) => {
        let endpoint = ENDPOINT;
        let chosen: readonly string[] = ENDPOINT.messageTypes;
        choices.forEach((messageTypes, index) => {
          // An edit happens at 10, 20, …; what is asked about at 5, 15, ….
          endpoint = after({ messageTypes }, endpoint, `c${index}`, (index + 1) * 10);
          if ((index + 1) * 10 <= at * 10) chosen = messageTypes;
        });
        const isBefore = (position: string): boolean =>
          at * 10 + 5 < Number(position.split('/')[0]);
        const isSent = isAddressedTo(endpoint, { client: 'shop', type }, isBefore);
        expect(isSent).toBe(chosen.includes(type));
      }),
    );
  });

  it('are all, also those that come to be added, when none is named', () => {
    const all = after({ messageTypes: [] });
    expect(isAddressedTo(all, { client: 'shop', type: 'payment.teleported' })).toBe(true);
    expect(isAddressedTo(all, { client: 'rival', type: 'payment.captured' })).toBe(false);
  });
});

function after(
  edit: EndpointEdit,
  endpoint: WebhookEndpoint = ENDPOINT,
  commandId = 'c1',
  place = 2,
): WebhookEndpoint {
  return decideEdit(endpoint, edit, { ...COMMAND, commandId }).reduce(
    (state, event, index) => evolveEndpoint(state, event, `${place + index}/${place + index}`),
    endpoint,
  );
}
