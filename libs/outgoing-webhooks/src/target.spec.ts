import { troubleOfUrl } from './target.js';

describe('the address of an endpoint', () => {
  it.each(['https://shop.example/hooks', 'https://8.8.8.8/', 'https://[2606:4700::1]/'])(
    'may be %s',
    (url) => {
      expect(troubleOfUrl(url, 'refused')).toBeNull();
    },
  );

  it.each([
    'shop.example',
    'http://shop.example',
    'ftp://shop.example',
    'https://user:pass@shop.example',
    'https://localhost',
    'https://127.0.0.1',
    'https://2130706433',
    'https://0x7f.1',
    'https://10.1.2.3',
    'https://169.254.169.254/latest',
    'https://[::1]',
    'https://[::ffff:10.0.0.1]',
    'https://[fd00::1]',
    'https://[fe80::1]',
  ])('is refused when it is %s', (url) => {
    expect(troubleOfUrl(url, 'refused')).toMatch(/^must/);
  });

  it('may be plain on the same machine where private networks are allowed', () => {
    expect(troubleOfUrl('http://127.0.0.1:8080/hooks', 'allowed')).toBeNull();
    expect(troubleOfUrl('http://10.0.0.1/hooks', 'allowed')).toMatch(/https/);
  });
});
