import { X509Certificate } from 'node:crypto';
import { ProviderUnavailable, WebhookRejected } from '#provider-port';

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
  /** Chains that were trusted once, by their address. */
  readonly #trusted = new Map<string, readonly X509Certificate[]>();
  /** Deliveries that come together share one fetch. */
  readonly #fetching = new Map<string, Promise<readonly X509Certificate[]>>();

  constructor(private readonly options: PayPalCertificateOptions) {
    this.#roots = options.trustedRoots === null ? [] : rootsIn(options.trustedRoots);
  }

  /**
   * Remembers what was good, and nothing else: a page in its place, or a certificate that is over,
   * is fetched again with the next delivery.
   *
   * @throws WebhookRejected when the address or the certificate is not to be trusted.
   * @throws ProviderUnavailable when no certificate could be fetched.
   */
  async trusted(address: string, now: Date): Promise<X509Certificate> {
    if (this.#roots.length === 0)
      throw new WebhookRejected('no PayPal root certificate is trusted');
    const url = this.#allowed(address);
    const known = this.#trusted.get(url.href);
    if (known?.every((each) => isValidAt(each, now)) === true) return this.#leafOf(known, now);
    const chain = await this.#fetch(url);
    const leaf = this.#leafOf(chain, now);
    this.#remember(url.href, chain);
    return leaf;
  }

  /** @throws WebhookRejected when it is not PayPal's, or does not chain to a root of ours. */
  #leafOf([leaf, ...rest]: readonly X509Certificate[], now: Date): X509Certificate {
    if (leaf === undefined || commonNameOf(leaf) !== this.options.certificateName) {
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

  async #fetch(url: URL): Promise<readonly X509Certificate[]> {
    const key = url.href;
    const underway = this.#fetching.get(key);
    if (underway) return underway;
    const fetching = fetchCertificates(url, this.options.timeoutMs);
    this.#fetching.set(key, fetching);
    try {
      return await fetching;
    } finally {
      this.#fetching.delete(key);
    }
  }

  #remember(key: string, chain: readonly X509Certificate[]): void {
    this.#trusted.set(key, chain);
    const [oldest] = this.#trusted.keys();
    if (this.#trusted.size > CACHED_MAX && oldest !== undefined) this.#trusted.delete(oldest);
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
  try {
    const answer = await fetch(url, {
      // A redirect could lead anywhere inside our network.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) throw new Error(`the certificate address answers ${answer.status}`);
    return certificatesIn(await limitedText(answer));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const reason = `a webhook certificate could not be fetched: ${why}`;
    throw new ProviderUnavailable('paypal', reason, { cause });
  }
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

/** @throws Error when there is none: a page in its place proves nothing for or against anybody. */
function certificatesIn(pem: string): readonly X509Certificate[] {
  const blocks = (pem.match(PEM) ?? []).slice(0, CERTIFICATES_MAX);
  if (blocks.length === 0) throw new Error('the certificate address holds no certificate');
  return blocks.map((block) => new X509Certificate(block));
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function assertValidAt(certificate: X509Certificate, now: Date): void {
  if (!isValidAt(certificate, now)) {
    throw new WebhookRejected('a certificate is not valid at this time');
  }
}

function isValidAt({ validFrom, validTo }: X509Certificate, now: Date): boolean {
  const ms = now.getTime();
  return ms >= Date.parse(validFrom) && ms <= Date.parse(validTo);
}

function commonNameOf({ subject }: X509Certificate): string | undefined {
  return /^CN=(.*)$/m.exec(subject)?.[1];
}
