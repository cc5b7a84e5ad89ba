import { CommandServiceUnderTest, payment } from '../support/command-service.js';

const HOUR_MS = 3_600_000;

let service: CommandServiceUnderTest;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start({ IMPORT_CLIENTS: 'shop' });
});

afterEach(() => service.stop());

describe('when a payment was made', () => {
  it('is refused far from now, alone and in a batch, and names the way out', async () => {
    const late = payment({ occurredAt: '1970-01-21T12:00:00Z' });
    const alone = await service.post('/v1/payments', late);
    expect(alone).toMatchObject({ status: 422, body: { code: 'occurrence-out-of-bounds' } });
    expect(alone.body['detail']).toMatch(/earliest: .*latest: /);
    const command = { operation: 'initiate', idempotencyKey: 'k', body: late };
    const batch = await service.post('/v1/batch', { commands: [command] });
    expect(batch.body['results']).toMatchObject([
      { outcome: 'refused', problem: { code: 'occurrence-out-of-bounds' } },
    ]);
    const ahead = payment({ occurredAt: ago(-HOUR_MS) });
    expect(await service.post('/v1/payments', ahead)).toMatchObject({ status: 422 });
    expect(service.events).toEqual([]);
    const yesterday = payment({ occurredAt: ago(23 * HOUR_MS) });
    expect(await service.post('/v1/payments', yesterday)).toMatchObject({ status: 201 });
  });

  it('may be any past time of an import, by a client that may import', async () => {
    const past = payment({ occurredAt: '2018-04-01T00:00:00Z', imported: true });
    expect(await service.post('/v1/payments', past)).toMatchObject({ status: 201 });
    const [first] = service.events;
    expect(first?.data).toMatchObject({ imported: true, occurredAt: '2018-04-01T00:00:00.000Z' });
    const headers = { authorization: 'Bearer rival-key' };
    const refused = await service.post('/v1/payments', past, headers);
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const timeless = await service.post('/v1/payments', payment({ imported: true }));
    expect(timeless).toMatchObject({ status: 400, body: { errors: [{ field: 'occurredAt' }] } });
  });
});
