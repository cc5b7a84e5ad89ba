/** RFC 6797. Browsers heed it over https alone, which a proxy in front speaks. */
export function hsts(seconds: number): Readonly<Record<string, string>> {
  return { 'strict-transport-security': `max-age=${seconds}; includeSubDomains` };
}

/** OWASP REST cheat sheet. A page overrides the content security policy with its own. */
export const SAFE_HEADERS = {
  // Money data is kept by no cache; who polls keeps the last answer with its ETag by itself.
  'cache-control': 'no-store',
  vary: 'authorization, cookie',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};
