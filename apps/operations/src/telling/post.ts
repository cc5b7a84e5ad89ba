import type { AddressRules } from '../outgoing-webhooks/address-guard.js';
import { send } from '../outgoing-webhooks/send.js';
import { failed, type Sent } from './channel.js';

/** How channels over HTTP reach their service: the same guard as for webhooks of clients. */
export type Reach = { readonly rules: AddressRules; readonly now: () => number };

export type Post = {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
};

const TIMEOUT_MS = 10_000;

const TOO_MANY = 429;

/** Posts once. A reason of failure holds a status and never the address, which may be a secret. */
export async function post(
  { rules, now }: Reach,
  { url, headers = { 'content-type': 'application/json' }, body }: Post,
  signal: AbortSignal,
): Promise<Sent> {
  const answer = await send({ url, headers, body, timeoutMs: TIMEOUT_MS, rules, signal, now });
  switch (answer.outcome) {
    case 'arrived':
      return { ok: true };
    case 'stopped':
      return failed('stopped');
    case 'gone':
      return failed('answered 410', { isWorthRepeating: false });
    case 'failed': {
      const { reason, retryAfterMs, reply } = answer;
      const status = reply?.status ?? 0;
      const isRefusal = status >= 400 && status < 500 && status !== TOO_MANY;
      return failed(reason, { retryAfterMs, isWorthRepeating: !isRefusal });
    }
  }
}
