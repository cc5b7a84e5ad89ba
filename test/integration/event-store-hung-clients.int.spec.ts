import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
} from '@eventstore/db-client';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';

const GROUP = 'a group';

let path: string;
let store: EmbeddedEventStore;
let door: EventStoreDoor;
let line: Line;
let hung: EventStoreDBClient;
let awake: EventStoreDBClient;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'event-store-'));
  store = await EmbeddedEventStore.open({ path });
  door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0, keepAliveMs: 300 });
  line = await Line.to(door.port);
  hung = clientOf(line.port);
  awake = clientOf(door.port);
});

afterEach(async () => {
  for (const client of [hung, awake]) await client.dispose();
  await door.close();
  await line.close();
  await store.close();
  await rm(path, { recursive: true });
});

describe("a consumer behind the embedded store's door that hangs without hanging up", () => {
  it('is cut off, and what it had goes to others', async () => {
    await awake.appendToStream('s', jsonEvent({ type: 'Happened', data: {} }));
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({
      startFrom: START,
      messageTimeout: 3_600_000,
    });
    await awake.createPersistentSubscriptionToStream('s', GROUP, settings);
    const first = hung.subscribeToPersistentSubscriptionToStream('s', GROUP);
    first.on('error', () => undefined);
    await new Promise((resolve) => first.on('data', resolve));
    line.silence();

    const second = awake.subscribeToPersistentSubscriptionToStream('s', GROUP);
    for await (const resolved of second) {
      expect(resolved.event?.type).toBe('Happened');
      await second.ack(resolved);
      break;
    }
    expect(store.metrics().persistentGroups[0]?.consumers).toBe(1);
  });
});

function clientOf(port: number): EventStoreDBClient {
  return new EventStoreDBClient({ endpoint: `127.0.0.1:${port}` }, { insecure: true });
}

/** A connection to a port that can go silent: nothing passes, and neither side sees an end. */
class Line {
  private readonly sockets: Socket[] = [];

  private constructor(private readonly server: Server) {}

  static async to(port: number): Promise<Line> {
    const server = createServer();
    const line = new Line(server);
    server.on('connection', (near) => {
      const far = connect(port, '127.0.0.1');
      near.pipe(far).pipe(near);
      for (const socket of [near, far]) socket.on('error', () => undefined);
      line.sockets.push(near, far);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  silence(): void {
    for (const socket of this.sockets) socket.unpipe().resume();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
