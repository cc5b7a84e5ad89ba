import { EndpointError } from '#outgoing-webhooks';

/**
 * Replays that read the store at the same time, of all clients: what happens now is sent meanwhile.
 */
const AT_ONCE_MAX = 2;

/** One replay of a client at a time, and few of all clients; the others wait in turn. */
export class ReplayTurns {
  readonly #clients = new Set<string>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** @throws EndpointError `replay-in-progress` while another of the client goes on or waits. */
  async run<T>(client: string, replay: () => Promise<T>): Promise<T> {
    if (this.#clients.has(client)) throw new EndpointError('replay-in-progress');
    this.#clients.add(client);
    try {
      await this.#turn();
      try {
        return await replay();
      } finally {
        this.#pass();
      }
    } finally {
      this.#clients.delete(client);
    }
  }

  async #turn(): Promise<void> {
    if (this.#running < AT_ONCE_MAX) this.#running += 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** A turn is handed on, not given back, so that none who comes later takes it. */
  #pass(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
