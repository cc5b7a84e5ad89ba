import { isPrivateAddress, troubleOfUrl } from './target.js';

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

describe('an IP address', () => {
  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '168.63.129.16',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2001:db8::1',
    '2002:a00:1::',
    'fd00:ec2::254',
    'fe80::1%eth0',
    'ff02::1',
    'not an address',
  ])('is not of the public Internet when it is %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])(
    'is when it is %s',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );
});
