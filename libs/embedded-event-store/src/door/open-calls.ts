import { serverStopping } from './rpc-error.js';

/** The part of grpc-js's calls that ending one early takes. */
type EndableCall = {
  emit(event: 'error', error: Error): boolean;
  on(event: 'cancelled' | 'close' | 'finish', listener: () => void): unknown;
};

/** Long calls under way, so that stopping ends them as the client expects: with CANCELLED. */
export class OpenCalls {
  readonly #open = new Map<EndableCall, AbortController>();

  /** Aborts the returned signal when the call is over, for any reason. */
  track(call: EndableCall): AbortSignal {
    const ended = new AbortController();
    this.#open.set(call, ended);
    const finish = () => {
      this.#open.delete(call);
      ended.abort();
    };
    for (const event of ['cancelled', 'close', 'finish'] as const) call.on(event, finish);
    return ended.signal;
  }

  endAll(): void {
    for (const [call, ended] of [...this.#open]) {
      ended.abort();
      call.emit('error', serverStopping());
    }
    this.#open.clear();
  }
}
