import { cookieOf, tokenOf } from './session-cookie.js';

const [cookie = ''] = cookieOf('t-1').split(';');

describe('the cookie of a session', () => {
  it('is of one host and one site, and no script reads it', () => {
    expect(cookieOf('t')).toBe('__Host-assay=t; Path=/; Secure; HttpOnly; SameSite=Strict');
  });

  it.each([
    ['our page', { 'sec-fetch-site': 'same-origin' }, 't-1'],
    ['a typed address', { 'sec-fetch-site': 'none' }, 't-1'],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }, null],
    ['another site', { 'sec-fetch-site': 'cross-site' }, null],
    ['an old browser that changes something', { origin: 'https://pay.example' }, 't-1'],
    ['an old browser at another page', { origin: 'https://evil.example' }, null],
    ['a page that the network forged', { origin: 'http://pay.example' }, null],
    ['a page of this machine', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, 't-1'],
    ['no browser', {}, null],
  ])('counts as %s may: %j', (_who, headers, token) => {
    const sent = { host: 'pay.example', cookie: `other=1; ${cookie}`, ...headers };
    expect(tokenOf(sent)).toBe(token);
  });
});
