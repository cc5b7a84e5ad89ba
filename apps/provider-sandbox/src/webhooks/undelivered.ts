import type { ProviderName } from '#provider-port';
/** An event that its endpoint has not taken yet. */
export type Undelivered = {
  readonly provider: ProviderName;
  readonly id: string;
  readonly type: string;
  /** Events of one thread are delivered in order. */
  readonly thread: string;
  /** A fault lost it on the way: it stays undelivered. */
  readonly lost: boolean;
};
