import { readFileSync } from 'node:fs';

/**
 * What this process occupies, in megabytes. Pages of a file that happen to be mapped count as
 * resident, but are no memory of ours: the system takes them back. Linux alone tells them apart.
 */
export function memory() {
  const rss_mb = Math.round(process.memoryUsage().rss / 1e6);
  try {
    const found = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return { rss_mb, rss_anonymous_mb: Math.round((Number(found?.[1]) * 1024) / 1e6) };
  } catch {
    return { rss_mb, rss_anonymous_mb: rss_mb };
  }
}
