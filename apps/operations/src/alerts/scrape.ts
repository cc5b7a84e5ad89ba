import { readExposition, type Labels, type Sample } from '#alerting';
import type { Target } from '../alert-settings/targets.js';

/** What a target told; null samples when it could not be read, which is not the same as nothing. */
export type Scrape = {
  readonly target: Target;
  readonly labels: Labels;
  readonly samples: readonly Sample[] | null;
  readonly reason: string | null;
};

export type ScrapeOptions = {
  /** An operator's key. */
  readonly key: string;
  readonly timeoutMs: number;
  readonly wanted: (metric: string) => boolean;
};

/** Longest page of metrics; more is another program's. */
const BYTES_MAX = 16 * 1024 * 1024;

/** Reads the metrics of one process once. Never throws. */
export async function scrape(
  target: Target,
  { key, timeoutMs, wanted }: ScrapeOptions,
): Promise<Scrape> {
  const labels = { job: target.job, instance: new URL(target.url).host };
  const of = { target, labels };
  try {
    const response = await fetch(new URL('/metrics', target.url), {
      headers: { authorization: `Bearer ${key}` },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { ...of, samples: null, reason: `answered ${response.status}` };
    }
    const text = await response.text();
    if (text.length > BYTES_MAX) return { ...of, samples: null, reason: 'more than 16 MiB' };
    return { ...of, samples: readExposition(text, wanted), reason: null };
  } catch (error) {
    return { ...of, samples: null, reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? message;
}
