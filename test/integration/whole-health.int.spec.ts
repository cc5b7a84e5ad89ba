import { AlertedOperations } from '../support/alerted-operations.js';

let operations: AlertedOperations;

type Told = {
  readonly facts: {
    readonly jobs: object;
    readonly alertChannels: readonly { readonly name: string; readonly state: string }[];
  };
};

beforeEach(async () => {
  operations = await AlertedOperations.start('');
});

afterEach(() => operations.stop());

describe('the health of a service', () => {
  it('tells its version to anyone', async () => {
    const answer = await fetch(`${operations.url}/version`);
    const told = (await answer.json()) as { readonly version: string };
    expect(told).toMatchObject({ service: 'operations', node: process.version });
    expect(told.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('tells operators of each part, and of each channel, also of those that are disabled', async () => {
    const answer = await whole('operator-key');
    expect(answer.status).toBe(200);
    const told = (await answer.json()) as Told;
    expect(told).toMatchObject({
      service: 'operations',
      status: 'ready',
      parts: {
        'event-store': { status: 'ok', essential: true, trouble: null },
        'alert-channels': { essential: false },
      },
    });
    expect(Object.keys(told.facts.jobs)).toContain('fraud-watch-weekly');
    const states = told.facts.alertChannels.map(({ name, state }) => `${name} ${state}`);
    expect(states).toEqual(expect.arrayContaining(['telegram disabled', 'slack untried']));
  });

  it('tells no one else', async () => {
    expect((await whole('shop-key')).status).toBe(403);
    expect((await whole('unknown')).status).toBe(401);
  });
});

function whole(key: string): Promise<Response> {
  return fetch(`${operations.url}/health`, { headers: { authorization: `Bearer ${key}` } });
}
