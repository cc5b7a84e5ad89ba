/** The prefix has browsers keep it to this host, to `/`, and to secure connections. */
const NAME = '__Host-assay';

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

export function cookieOf(token: string): string {
  return `${NAME}=${token}; ${ATTRIBUTES}`;
}

export const ENDED_COOKIE = `${NAME}=; ${ATTRIBUTES}; Max-Age=0`;

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The token that a page of ours sent; null when another page made the browser send it. */
export function tokenOf(headers: Headers): string | null {
  if (!isOfOurPage(headers)) return null;
  const cookies = String(headers['cookie'] ?? '').split(/; */);
  const prefix = `${NAME}=`;
  return cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length) ?? null;
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether a page of this very origin asks, or the address was typed. `SameSite=Strict` alone would
 * let in other ports and subdomains. Browsers without Sec-Fetch-Site (before 2023) send Origin with
 * what changes something, and may do that.
 */
function isOfOurPage(headers: Headers): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  const host = String(headers['host']);
  if (origin === `https://${host}`) return true;
  // Elsewhere an attacker on the network can forge a page without TLS.
  return LOOPBACK.test(host) && origin === `http://${host}`;
}
