import type { ChannelName } from '../alert-settings/channel-names.js';
import type { Message } from './message.js';

/** What became of one attempt. */
export type Sent =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** Without any part of an address or secret. */
      readonly reason: string;
      readonly retryAfterMs: number;
      /** False: the same again would be refused again. */
      readonly isWorthRepeating: boolean;
    };

/** One way to reach a person. */
export type Channel = {
  readonly name: ChannelName;
  /** Never throws: what goes wrong is the reason of a failure. */
  send(message: Message, signal: AbortSignal): Promise<Sent>;
};

export function failed(reason: string, { retryAfterMs = 0, isWorthRepeating = true } = {}): Sent {
  return { ok: false, reason, retryAfterMs, isWorthRepeating };
}
