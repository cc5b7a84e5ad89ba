import type { Provider } from '../ledger/line.js';
/** An event that its endpoint has not taken yet. */
export type Undelivered = {
  readonly provider: Provider;
  readonly id: string;
  readonly type: string;
  /** Events of one thread are delivered in order. */
  readonly thread: string;
  /** A fault lost it on the way: it stays undelivered. */
  readonly lost: boolean;
};
