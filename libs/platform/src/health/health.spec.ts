import { Health } from './health.js';

describe('the whole report of health', () => {
  it('is not ready for an essential part alone, and tells the trouble of every part', async () => {
    const health = new Health();
    health.add('store', () => null);
    health.add('channel', () => 'it fails', { essential: false });
    expect(await health.whole()).toEqual({
      status: 'ready',
      parts: {
        store: { status: 'ok', essential: true, trouble: null },
        channel: { status: 'trouble', essential: false, trouble: 'it fails' },
      },
      facts: {},
    });
    health.add('database', () => Promise.reject(new Error('away')));
    expect(await health.whole()).toMatchObject({
      status: 'not-ready',
      parts: { database: { status: 'trouble', trouble: 'Error: away' } },
    });
  });

  it('says of facts that cannot be read that they are unknown, and why', async () => {
    const health = new Health();
    health.addFacts('views', () => ({ orders: { lagMs: 3 } }));
    health.addFacts('jobs', () => Promise.reject(new Error('away')));
    expect((await health.whole()).facts).toEqual({
      views: { orders: { lagMs: 3 } },
      jobs: { unknown: 'Error: away' },
    });
  });
});
