import { spawn, type ChildProcess } from 'node:child_process';
import { on } from 'node:events';
import type { ClientMessage } from './projections-client.js';

const CLIENT = new URL('./projections-client.js', import.meta.url).pathname;

type Asked = {
  readonly url: string;
  readonly database: string;
  readonly views: readonly string[];
  /** The client tells when all views are there. */
  readonly position: string;
};

type Message<Kind> = Extract<ClientMessage, { kind: Kind }>;

/** The process that builds views, and what it tells. */
export class ViewsProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly messages: AsyncIterator<[ClientMessage]>,
  ) {}

  static start({ url, database, views, position }: Asked): ViewsProcess {
    const child = spawn(process.execPath, [CLIENT, url, database, views.join(','), position], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const messages = on(child, 'message', { close: ['exit'] });
    return new ViewsProcess(child, messages as AsyncIterator<[ClientMessage]>);
  }

  reached(): Promise<Message<'reached'>> {
    return this.#next('reached');
  }

  rebuild(): Promise<Message<'rebuilt'>> {
    this.child.send('rebuild');
    return this.#next('rebuilt');
  }

  async stop(): Promise<{ readonly peak_rss_mb: number }> {
    this.child.send('stop');
    const { peak_rss_mb } = await this.#next('stopped');
    return { peak_rss_mb };
  }

  async #next<Kind extends ClientMessage['kind']>(kind: Kind): Promise<Message<Kind>> {
    const next = await this.messages.next();
    const message = next.done === true ? undefined : next.value[0];
    if (message?.kind !== kind) throw new Error(`the views ended before they were ${kind}`);
    return message as Message<Kind>;
  }
}
