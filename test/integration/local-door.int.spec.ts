import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessDeniedError, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { Config } from '../../apps/command-service/src/config.js';
import {
  openEventStore,
  type OpenedEventStore,
} from '../../apps/command-service/src/event-store/open-event-store.js';
import { credentialsIn, type Credentials } from '../../apps/standalone/src/folder/credentials.js';
import {
  doorUrlOf,
  writeDoorFiles,
  type DoorFiles,
  type DoorLogin,
} from '../../apps/standalone/src/folder/door-files.js';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { take } from './event-store-fixture.js';

const STREAM = 'payment-1';
const EVENT = jsonEvent({ type: 'PaymentCaptured', data: { paymentId: '1' } });

describe("the event store's door of a local system", () => {
  let folder: string;
  let port: number;
  let files: DoorFiles;
  let credentials: Credentials;
  let opened: OpenedEventStore;
  const clients: EventStoreDBClient[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-local-door-'));
    port = await freePort();
    credentials = credentialsIn(join(folder, 'credentials.json'));
    files = await writeDoorFiles(join(folder, 'event-store-door'), credentials.doorPasswords);
    opened = await openEventStore(
      Object.assign(new Config(), {
        DATA_DIR: folder,
        EVENTSTORE_PORT: port,
        EVENTSTORE_TLS_CERT_FILE: files.certificate,
        EVENTSTORE_TLS_KEY_FILE: files.key,
        EVENTSTORE_USERS_FILE: files.users,
        EVENTSTORE_SCORER_URL: 'esdb://fraud-worker@127.0.0.1:2113',
      }),
    );
    const event = { id: crypto.randomUUID(), type: 'PaymentInitiated', data: {}, metadata: {} };
    await opened.eventStore.append(STREAM, [event], 'no-stream');
  });

  afterAll(async () => {
    for (const client of clients) {
      await client.dispose();
      (await client['getChannel']()).close();
    }
    await opened.close();
    await rm(folder, { recursive: true });
  });

  it('gives strangers nothing to read, to write or to delete', async () => {
    const stranger = connect(`esdb://127.0.0.1:${port}?tls=true&${authority()}`);
    await expect(take(stranger.readAll())).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(take(stranger.readStream(STREAM))).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(stranger.appendToStream(STREAM, [EVENT])).rejects.toThrow(AccessDeniedError);
    await expect(stranger.deleteStream(STREAM)).rejects.toThrow(AccessDeniedError);
    const guessed = connect(`esdb://operations:guessed@127.0.0.1:${port}?${authority()}`);
    await expect(guessed.appendToStream(STREAM, [EVENT])).rejects.toThrow();
  });

  it.each(['projection-service', 'fraud-worker', 'operations'] as const)(
    'lets %s read everything, and delete nothing',
    async (login) => {
      const client = connectAs(login);
      const all = await take(client.readAll());
      expect(all.map(({ event }) => event?.streamId)).toContain(STREAM);
      await expect(client.deleteStream(STREAM)).rejects.toThrow(AccessDeniedError);
      await expect(client.tombstoneStream(STREAM)).rejects.toThrow(AccessDeniedError);
      const opening = client.setStreamMetadata(STREAM, { acl: { deleteRoles: ['$all'] } });
      await expect(opening).rejects.toThrow(AccessDeniedError);
      const settings = jsonEvent({ type: '$settings', data: {} });
      await expect(client.appendToStream('$settings', [settings])).rejects.toThrow();
    },
  );

  // The views too: what people book and close is decided where the books are.
  it.each(['fraud-worker', 'operations', 'projection-service'] as const)(
    'lets %s append',
    async (login) => {
      const written = connectAs(login).appendToStream(`job-${login}`, [EVENT]);
      expect((await written).success).toBe(true);
    },
  );

  it('keeps its key, users and passwords to their owner', async () => {
    for (const file of [...Object.values(files), join(folder, 'credentials.json')]) {
      expect((await stat(file)).mode & 0o777).toBe(0o600);
    }
  });

  function connectAs(login: DoorLogin): EventStoreDBClient {
    const password = credentials.doorPasswords[login];
    return connect(doorUrlOf(login, { port, password, files }));
  }

  function connect(url: string): EventStoreDBClient {
    const client = EventStoreDBClient.connectionString(url);
    clients.push(client);
    return client;
  }

  function authority(): string {
    return `tlsCAFile=${encodeURIComponent(files.certificate)}`;
  }
});
