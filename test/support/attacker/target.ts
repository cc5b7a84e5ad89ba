import type { StandaloneProcess } from '../standalone.js';
import { RawAnswer } from './raw-request.js';

type Local = StandaloneProcess['local'] & { readonly stripeWebhookSecret: string };

/** The system under attack, as who holds some of its keys sees it. */
export class Target {
  constructor(readonly local: Local) {}

  get url(): string {
    return this.local.urls.command;
  }

  key(client: string): string {
    return this.local.keys[client]?.key ?? '';
  }

  /** @returns the code of the problem, or the status of what is none. */
  async send(path: string, init: RequestInit & { readonly as?: string } = {}): Promise<string> {
    const { as, ...rest } = init;
    const headers = new Headers(rest.headers);
    if (as !== undefined) headers.set('authorization', `Bearer ${this.key(as)}`);
    if (rest.body !== undefined && !headers.has('content-type')) {
      headers.set('content-type', 'application/json');
    }
    const answer = await fetch(`${this.url}${path}`, { redirect: 'manual', ...rest, headers });
    return codeOf(answer.status, await answer.text());
  }

  /** Bytes as they are. @returns the code of the answer; how many, when there is not one. */
  async raw(bytes: string): Promise<string> {
    const answers = await RawAnswer.to(this.url, bytes);
    return answers.count === 1 ? codeOf(answers.status, answers.text) : `${answers.count} answers`;
  }

  /** Of all services together: how often each thing was refused. */
  async counts(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const part of ['command', 'query', 'operations'] as const) {
      const headers = { authorization: `Bearer ${this.key('local-operator')}` };
      const text = await (await fetch(`${this.local.urls[part]}/metrics`, { headers })).text();
      for (const [, name = '', value = ''] of text.matchAll(COUNTED)) {
        counts.set(name, (counts.get(name) ?? 0) + Number(value));
      }
    }
    return counts;
  }
}

/** Codes of problems, and repeated deliveries by their provider. */
const COUNTED = /^assay_(?:http_problems|webhooks_repeated)_total\{\w+="([\w-]+)"\} (\d+)/gm;

function codeOf(status: number, body: string): string {
  const code = /"code":"([\w-]+)"/.exec(body)?.[1];
  return status >= 400 && code !== undefined ? code : String(status);
}
