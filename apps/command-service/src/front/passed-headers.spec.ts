import { answeredHeaders, cameBack, passedHeaders } from './passed-headers.js';

const ARRIVAL = { id: 'r-1', ip: '192.0.2.7', host: 'pay.example', protocol: 'https', headers: {} };

describe('the headers that are passed on', () => {
  it('are those of the caller, without what is of one connection only', () => {
    const sent = {
      authorization: 'Bearer key',
      'idempotency-key': 'k-1',
      traceparent: '00-1',
      'request-id': 'one that was not taken over',
      te: 'trailers',
      'keep-alive': 'timeout=5',
      upgrade: 'h2c',
      expect: '100-continue',
      'proxy-authorization': 'Basic x',
      cookie: '__Host-assay=token',
    };
    expect(passedHeaders(ARRIVAL, sent)).toEqual({
      authorization: 'Bearer key',
      'idempotency-key': 'k-1',
      traceparent: '00-1',
      'request-id': 'r-1',
      via: '1.1 assay-front',
      'x-forwarded-for': '192.0.2.7',
      'x-forwarded-host': 'pay.example',
      'x-forwarded-proto': 'https',
    });
  });

  it('say who calls as this service sees it, not as the caller says', () => {
    const lies = {
      forwarded: 'for=10.0.0.1',
      'x-forwarded-for': '10.0.0.1',
      'x-forwarded-prefix': '/admin',
      'x-real-ip': '10.0.0.1',
    };
    const passed = passedHeaders(ARRIVAL, lies);
    expect(JSON.stringify(passed)).not.toMatch(/10\.0\.0\.1|admin/);
  });

  it('of an answer leave out those of the connection to the part', () => {
    const headers = { connection: 'keep-alive', 'keep-alive': 'timeout=72', etag: '"1"' };
    expect(answeredHeaders(headers)).toEqual({ etag: '"1"' });
  });

  it('show a request that came back', () => {
    expect(cameBack(ARRIVAL)).toBe(false);
    expect(cameBack({ ...ARRIVAL, headers: passedHeaders(ARRIVAL, {}) })).toBe(true);
  });
});
