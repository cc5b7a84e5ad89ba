import { Router } from './router.js';

describe('finding a route', () => {
  const router = new Router<string>();
  router.add('GET', '/v1/charges/:id', 'retrieve');
  router.add('POST', '/v1/charges/:id/capture', 'capture');
  router.add('GET', '/v1/charges', 'list');

  it('reads parameters from the path', () => {
    expect(router.find('GET', '/v1/charges/ch_1')).toEqual({
      kind: 'route',
      route: 'retrieve',
      params: { id: 'ch_1' },
    });
    expect(router.find('GET', '/v1/charges')).toMatchObject({ route: 'list' });
  });

  it('tells a wrong method from a wrong path', () => {
    expect(router.find('DELETE', '/v1/charges/ch_1')).toEqual({
      kind: 'wrong-method',
      allowed: ['GET'],
    });
    for (const path of ['/v1', '/v1/charges/', '/v1/charges/ch_1/refund', '/']) {
      expect(router.find('GET', path)).toEqual({ kind: 'nothing' });
    }
  });
});
