import type { LookupAddress, LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { isPrivateAddress, troubleOfUrl } from '#outgoing-webhooks';

/** Finds all addresses of a name, as `lookup` of node:dns does. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export type AddressRules = {
  readonly privateNetworks: 'refused' | 'allowed';
  readonly resolve: Resolve;
};

/** What is wrong with an endpoint's address now, its name looked up; null for nothing. */
export async function troubleOfEndpoint(
  text: string,
  { privateNetworks, resolve }: AddressRules,
): Promise<string | null> {
  const trouble = troubleOfUrl(text, privateNetworks);
  if (trouble !== null || privateNetworks === 'allowed') return trouble;
  const { hostname } = new URL(text);
  if (isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0) return null;
  try {
    const addresses = await promisify(resolve)(hostname, { all: true });
    return troubleOfAddresses(addresses);
  } catch {
    return 'must have a name that leads to an address; this one could not be looked up';
  }
}

/**
 * Looks a name up for one connection and lets only public addresses through. What was checked is
 * what is connected to, because the name server is not asked again in between.
 */
export function guardedLookup({ privateNetworks, resolve }: AddressRules): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = error ? [] : addresses;
      const trouble = privateNetworks === 'refused' && first ? troubleOfAddresses(addresses) : null;
      if (error ?? !first) {
        callback(error ?? new Error(`${hostname} has no address`), '', 4);
      } else if (trouble !== null) {
        callback(new Error(`the URL ${trouble}`), '', 4);
      } else if (options.all === true) {
        callback(null, addresses);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

/** One address inside is enough: a connection may take any of them. */
function troubleOfAddresses(addresses: readonly LookupAddress[]): string | null {
  const isInside = addresses.some(({ address }) => isPrivateAddress(address));
  return isInside ? 'must have a name that leads to the public Internet only' : null;
}
