import { Agent, request } from 'node:http';

export type Sample = { readonly latencyMs: number; readonly ok: boolean };

export type Offer = {
  /** Requests a second, sent when they are due whether or not earlier ones were answered. */
  readonly perS: number;
  readonly seconds: number;
  readonly send: (agent: Agent, index: number) => Promise<boolean>;
};

const TICK_MS = 5;

/**
 * Offers requests at a fixed rate. Latency counts from the moment a request was due, so a service
 * that stalls pays for everything it kept waiting.
 */
export async function offer({ perS, seconds, send }: Offer): Promise<{
  readonly samples: readonly Sample[];
  readonly elapsedS: number;
}> {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const pending: Promise<void>[] = [];
  const samples: Sample[] = [];
  const startMs = performance.now();
  const total = perS * seconds;
  for (let index = 0; index < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - startMs) / 1000) * perS) + 1);
    for (; index < due; index += 1) {
      const dueMs = startMs + (index / perS) * 1000;
      pending.push(
        send(agent, index).then(
          (ok) => void samples.push({ latencyMs: performance.now() - dueMs, ok }),
          () => void samples.push({ latencyMs: performance.now() - dueMs, ok: false }),
        ),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  await Promise.all(pending);
  agent.destroy();
  return { samples, elapsedS: (performance.now() - startMs) / 1000 };
}

export type Answer = { readonly status: number; readonly text: string };

/** One POST; the body is read whole. */
export function post(
  agent: Agent,
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** @param fraction 0 to 1, as in .99 for the 99th percentile. */
export function percentile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * fraction));
  return sorted[index] ?? Number.NaN;
}
