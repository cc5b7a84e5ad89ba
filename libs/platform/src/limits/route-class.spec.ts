import { rateClassOf } from './route-class.js';

const classOf = (method: string, route: string, accept?: string, query: object = {}) =>
  rateClassOf({ method, route, query, headers: { accept } });

describe('the class of a request', () => {
  it.each([
    ['POST', '/v1/payments', 'commands'],
    ['PATCH', '/v1/webhook-endpoints/:endpointId', 'commands'],
    ['DELETE', '', 'commands'],
    ['GET', '/v1/payments/:paymentId', 'reads'],
    ['HEAD', '', 'reads'],
    ['GET', '/v1/journal/export', 'exports'],
    ['POST', '/session', 'sign-in'],
    ['POST', '/v1/webhooks/:provider', 'webhooks'],
    ['POST', '/v1/webhook-endpoints', 'commands'],
    ['GET', '/health/ready', null],
    ['GET', '/metrics', null],
    ['OPTIONS', '/v1/payments', null],
  ])('%s %s is %s', (method, route, rateClass) => {
    expect(classOf(method, route)).toBe(rateClass);
  });

  it.each([
    ['text/csv', {}, 'exports'],
    ['application/x-ndjson', {}, 'exports'],
    ['text/*', {}, 'exports'],
    ['application/json;q=0, */*', {}, 'exports'],
    ['application/json', { format: 'csv' }, 'exports'],
    ['application/json', { format: ['csv', 'csv'] }, 'exports'],
    ['application/json', { format: 'json' }, 'reads'],
    ['text/html,application/xml;q=0.9,*/*;q=0.8', {}, 'reads'],
  ])('a list as %s with %j is %s', (accept, query, rateClass) => {
    expect(classOf('GET', '/v1/payments', accept, query)).toBe(rateClass);
  });
});
