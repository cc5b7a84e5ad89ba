import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Credentials,
  EventStoreDBClient,
  jsonEvent,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { type DoorOptions, EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';

/** An embedded store behind its door, and the official client in front of it. */
export class ServedStore {
  /** Without credentials; with TLS use `clientFor`. */
  client!: EventStoreDBClient;
  embedded!: EmbeddedEventStore;
  private door!: EventStoreDoor;

  private constructor(
    private readonly path: string,
    readonly appendBytesMax: number,
    private readonly secured: Pick<DoorOptions, 'tls' | 'users'>,
  ) {}

  static async start(
    appendBytesMax = 1024 * 1024,
    secured: Pick<DoorOptions, 'tls' | 'users'> = {},
  ): Promise<ServedStore> {
    const path = await mkdtemp(join(tmpdir(), 'event-store-'));
    const served = new ServedStore(path, appendBytesMax, secured);
    await served.open();
    return served;
  }

  get port(): number {
    return this.door.port;
  }

  /** As after a restart of the process: everything is read from the disk again. */
  async restart(): Promise<void> {
    await this.close();
    await this.open();
  }

  async stop(): Promise<void> {
    await this.close();
    await rm(this.path, { recursive: true });
  }

  /** Only the server's side, under the client's feet. */
  async closeDoor(): Promise<void> {
    await this.door.close();
  }

  /** A client of its own, which the caller disposes of. */
  clientFor(credentials?: Credentials): EventStoreDBClient {
    const { tls } = this.secured;
    const endpoint = `localhost:${this.port}`;
    const channel = tls ? { rootCertificate: Buffer.from(tls.certificate) } : { insecure: true };
    return new EventStoreDBClient({ endpoint }, channel, credentials);
  }

  private async open(): Promise<void> {
    const { path, appendBytesMax } = this;
    this.embedded = await EmbeddedEventStore.open({ path, appendBytesMax });
    const address = { host: '127.0.0.1', port: 0 };
    this.door = await EventStoreDoor.listen(this.embedded, { ...address, ...this.secured });
    this.client = this.clientFor();
  }

  private async close(): Promise<void> {
    await this.client.dispose();
    (await this.client['getChannel']()).close();
    await this.door.close();
    await this.embedded.close();
  }
}

export const aStream = (name = 'stream') => `${name}-${randomUUID()}`;

export const someEvents = (count: number, type = 'Happened') =>
  Array.from({ length: count }, (_, index) => jsonEvent({ type, data: { index } }));

/** Reads at most `count` events and gives up the source. */
export async function take<E extends ResolvedEvent>(
  source: AsyncIterable<E>,
  count = Infinity,
): Promise<E[]> {
  const taken: E[] = [];
  if (count === 0) return taken;
  for await (const event of source) {
    taken.push(event);
    if (taken.length >= count) break;
  }
  return taken;
}
