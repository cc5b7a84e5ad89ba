import { X509Certificate } from 'node:crypto';
import { ProviderUnavailable } from '../payment-provider.js';
import { WebhookRejected } from '../provider-fact.js';

export type PayPalCertificateOptions = {
  /** PEM of the roots that PayPal's webhook certificates chain to; null trusts none. */
  readonly trustedRoots: string | null;
  /**
   * Hosts a certificate may be fetched from, as `api.paypal.com` or with a port. Only over https,
   * except from a loopback host, or one listed as `http://host:port` on purpose.
   */
  readonly certificateHosts: readonly string[];
  /** Subject's common name; PAYPAL_CERTIFICATE_NAMES holds PayPal's own. */
  readonly certificateName: string;
  readonly timeoutMs: number;
};

const PATH = '/v1/notifications/certs/';
const BYTES_MAX = 65_536;
const CERTIFICATES_MAX = 5;
const CACHED_MAX = 32;
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Fetches PayPal's signing certificates and believes only those that chain to our roots. */
export class PayPalCertificates {
  readonly #roots: readonly X509Certificate[];
  readonly #fetched = new Map<string, Promise<readonly X509Certificate[]>>();

  constructor(private readonly options: PayPalCertificateOptions) {
    this.#roots = options.trustedRoots === null ? [] : rootsIn(options.trustedRoots);
  }

  /**
   * @throws WebhookRejected when the address or the certificate is not to be trusted.
   * @throws ProviderUnavailable when it could not be fetched.
   */
  async trusted(address: string, now: Date): Promise<X509Certificate> {
    if (this.#roots.length === 0)
      throw new WebhookRejected('no PayPal root certificate is trusted');
    const url = this.#allowed(address);
    const chain = await this.#chain(url);
    const [leaf, ...rest] = chain;
    if (!leaf) throw new WebhookRejected('the certificate address holds no certificate');
    if (commonNameOf(leaf) !== this.options.certificateName) {
      throw new WebhookRejected('the certificate is of another name than PayPal’s webhooks');
    }
    this.#assertChain(leaf, rest, now);
    return leaf;
  }

  #allowed(address: string): URL {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || !isSafe(url) || !this.#isListed(url)) {
      throw new WebhookRejected('the certificate address is not one of PayPal’s');
    }
    return url;
  }

  #isListed({ protocol, host, hostname, port }: URL): boolean {
    const { certificateHosts } = this.options;
    if (certificateHosts.includes(`${protocol}//${host}`)) return true;
    if (protocol !== 'https:' && !LOOPBACK.has(hostname)) return false;
    if (certificateHosts.includes(host)) return true;
    return certificateHosts.includes(hostname) && (port === '' || LOOPBACK.has(hostname));
  }

  /** Fetched once per address; a failure is not remembered. */
  async #chain(url: URL): Promise<readonly X509Certificate[]> {
    const key = url.href;
    const known = this.#fetched.get(key);
    if (known) return known;
    const fetching = fetchCertificates(url, this.options.timeoutMs);
    this.#fetched.set(key, fetching);
    const [oldest] = this.#fetched.keys();
    if (this.#fetched.size > CACHED_MAX && oldest !== undefined) this.#fetched.delete(oldest);
    fetching.catch(() => this.#fetched.delete(key));
    return fetching;
  }

  #assertChain(leaf: X509Certificate, rest: readonly X509Certificate[], now: Date): void {
    let current = leaf;
    for (let depth = 0; depth <= CERTIFICATES_MAX; depth += 1) {
      assertValidAt(current, now);
      const root = this.#roots.find((candidate) => isIssuedBy(current, candidate));
      if (root) {
        assertValidAt(root, now);
        return;
      }
      const issuer = rest.find((candidate) => candidate.ca && isIssuedBy(current, candidate));
      if (!issuer) break;
      current = issuer;
    }
    throw new WebhookRejected('the certificate does not chain to a trusted root');
  }
}

function isSafe({ protocol, username, password, pathname }: URL): boolean {
  const spoken = protocol === 'https:' || protocol === 'http:';
  return spoken && username === '' && password === '' && pathname.startsWith(PATH);
}

async function fetchCertificates(url: URL, timeoutMs: number): Promise<readonly X509Certificate[]> {
  let text: string;
  try {
    const answer = await fetch(url, {
      // A redirect could lead anywhere inside our network.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) throw new Error(`the certificate address answers ${answer.status}`);
    text = await limitedText(answer);
  } catch (cause) {
    throw new ProviderUnavailable('paypal', 'a webhook certificate could not be fetched', {
      cause,
    });
  }
  return certificatesIn(text);
}

async function limitedText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > BYTES_MAX) throw new Error('the certificate is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** @throws RangeError when there is none: better at the start than with every delivery. */
function rootsIn(pem: string): readonly X509Certificate[] {
  const roots = (pem.match(PEM) ?? []).map((block) => new X509Certificate(block));
  if (roots.length === 0) throw new RangeError('the trusted roots hold no PEM certificate');
  return roots;
}

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** @throws WebhookRejected when a block between the PEM lines is no certificate. */
function certificatesIn(pem: string): readonly X509Certificate[] {
  const blocks = (pem.match(PEM) ?? []).slice(0, CERTIFICATES_MAX);
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch (cause) {
    throw new WebhookRejected('not a PEM certificate', { cause });
  }
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function assertValidAt({ validFrom, validTo }: X509Certificate, now: Date): void {
  const ms = now.getTime();
  if (ms < Date.parse(validFrom) || ms > Date.parse(validTo)) {
    throw new WebhookRejected('a certificate is not valid at this time');
  }
}

function commonNameOf({ subject }: X509Certificate): string | undefined {
  return /^CN=(.*)$/m.exec(subject)?.[1];
}
