import type { Problem } from '#platform';
import { isReturnUrl } from './return-url.validator.js';
import { ReturnUrls } from './return-urls.js';

describe('the address a payer comes back to', () => {
  const urls = new ReturnUrls({
    byDefault: 'https://shop.example/back',
    origins: 'https://other.example:8443,http://127.0.0.1:9000',
  });

  it.each([
    'https://shop.example/orders/1?a=b',
    'https://other.example:8443/x',
    'http://127.0.0.1:9000/',
  ])('may be %s, of an allowed origin', (url) => {
    expect([isReturnUrl(url), urls.of(url)]).toEqual([true, url]);
  });

  it.each([
    'https://shop.example.evil.example/',
    'https://evil.example/https://shop.example/',
    'https://other.example/x',
    'http://127.0.0.1:9001/',
    'https://shop.example:444/',
  ])('may not be %s, of another origin', (url) => {
    expect(isReturnUrl(url)).toBe(true);
    expect((urls.of(url) as Problem).code).toBe('return-url-not-allowed');
  });

  it.each([
    'http://shop.example/',
    'https://shop.example@evil.example/',
    'https://u:p@shop.example/',
    'javascript:alert(1)',
    'https:\\\\shop.example',
    'https://shop.example/a b',
    'https://shop.example/\t',
    '//shop.example/',
    '/orders/1',
    '',
    `https://shop.example/${'x'.repeat(1_024)}`,
    17,
  ])('is not %s', (url) => {
    expect(isReturnUrl(url)).toBe(false);
  });

  it("is the operator's where the payment names none", () => {
    expect(urls.of(undefined)).toBe('https://shop.example/back');
    const none = new ReturnUrls({ byDefault: undefined, origins: '' });
    expect((none.of(undefined) as Problem).code).toBe('return-url-missing');
  });
});
