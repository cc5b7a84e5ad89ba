import { BlockList, isIP, isIPv6 } from 'node:net';

const PRIVATE = new BlockList();
const IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32], // A cloud's own services, reached by every machine in it.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;
for (const [network, bits] of IPV4) PRIVATE.addSubnet(network, bits, 'ipv4');

/** Only global unicast is public, and of it not what carries an IPv4 address inside. */
const GLOBAL_IPV6 = new BlockList();
GLOBAL_IPV6.addSubnet('2000::', 3, 'ipv6');
const TUNNELS = new BlockList();
TUNNELS.addSubnet('2001::', 23, 'ipv6');
TUNNELS.addSubnet('2001:db8::', 32, 'ipv6');
TUNNELS.addSubnet('2002::', 16, 'ipv6');
TUNNELS.addSubnet('3fff::', 20, 'ipv6');

/** Whether an IP address is not one of the public Internet; a webhook there could reach inside. */
export function isPrivateAddress(text: string): boolean {
  const [address = ''] = text.split('%'); // An address of one link names it: fe80::1%eth0.
  if (isIP(address) === 0) return true;
  if (!isIPv6(address)) return PRIVATE.check(address, 'ipv4');
  return !GLOBAL_IPV6.check(address, 'ipv6') || TUNNELS.check(address, 'ipv6');
}

/**
 * What is wrong with the address of an endpoint, or null. It says nothing of what a name stands
 * for: that may change at any time, so each connection asks again.
 */
export function troubleOfUrl(text: string, privateNetworks: 'refused' | 'allowed'): string | null {
  if (!URL.canParse(text)) return 'must be a URL, as in https://shop.example/webhooks';
  const url = new URL(text);
  if (url.username + url.password !== '') return 'must not carry a user or password';
  if (url.hash !== '') return 'must not have a fragment';
  const host = url.hostname.replaceAll(/[[\]]/g, '');
  return privateNetworks === 'allowed'
    ? troubleOfAnyHost(url.protocol, host)
    : troubleOfPublicHost(url.protocol, host);
}

function troubleOfAnyHost(protocol: string, host: string): string | null {
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(host))) return null;
  return 'must start with https://, or http:// on this machine';
}

function troubleOfPublicHost(protocol: string, host: string): string | null {
  if (protocol !== 'https:') return 'must start with https://';
  const isInside = isIP(host) ? isPrivateAddress(host) : isLoopback(host);
  return isInside ? 'must be an address of the public Internet' : null;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || /^(127\.|::1$)/.test(host);
}
