import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessDeniedError, EventStoreDBClient } from '@eventstore/db-client';
import { EmbeddedEventStore, hashPassword } from '#embedded-event-store';
import { Config } from '../../apps/command-service/src/config.js';
import { openEventStore } from '../../apps/command-service/src/event-store/open-event-store.js';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { certify } from '../support/certificate-authority.js';
import { take } from './event-store-fixture.js';

const TLS = 'EVENTSTORE_TLS_CERT_FILE';
const KEY = 'EVENTSTORE_TLS_KEY_FILE';
const USERS = 'EVENTSTORE_USERS_FILE';

describe("command-service's settings of the event store's door", () => {
  let folder: string;
  let files: Record<typeof TLS | typeof KEY | typeof USERS, string>;
  let certificate: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'event-store-door-'));
    const { pem, privateKey } = certify({ name: 'localhost' });
    certificate = pem;
    const passwordHash = await hashPassword('secret');
    const users = JSON.stringify([{ login: 'admin', groups: ['$admins'], passwordHash }]);
    const key = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    files = {
      [TLS]: await file('door.pem', pem),
      [KEY]: await file('door.key', key),
      [USERS]: await file('users.json', users),
    };
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('open it without TLS for this machine, and tell its address', async () => {
    const opened = await openEventStore(config({}));
    const client = EventStoreDBClient.connectionString(opened.url ?? '');
    expect((await take(client.readAll())).length).toBeGreaterThan(0);
    await client.dispose();
    (await client['getChannel']()).close();
    await opened.close();
  });

  it('open it with TLS, users and any address', async () => {
    const port = await freePort();
    const opened = await openEventStore(
      config({ ...files, EVENTSTORE_HOST: '0.0.0.0', EVENTSTORE_PORT: port }),
    );
    expect(opened.url).toBeNull();
    const client = new EventStoreDBClient(
      { endpoint: `localhost:${port}` },
      { rootCertificate: Buffer.from(certificate) },
    );
    const credentials = { username: 'admin', password: 'secret' };
    expect((await take(client.readAll({ credentials }))).length).toBeGreaterThan(0);
    await expect(take(client.readAll())).rejects.toBeInstanceOf(AccessDeniedError);
    await client.dispose();
    (await client['getChannel']()).close();
    await opened.close();
  });

  it('are refused by name, and leave the folder free', async () => {
    const { [USERS]: _users, ...withoutUsers } = files;
    const noJson = await file('no.json', 'admin:secret');
    const cases: [Partial<Config>, RegExp][] = [
      [{ EVENTSTORE_HOST: '0.0.0.0' }, /EVENTSTORE_HOST=0\.0\.0\.0 .* EVENTSTORE_TLS_CERT_FILE/],
      [withoutUsers, /needs EVENTSTORE_USERS_FILE too/],
      [{ [USERS]: files[USERS] }, /needs EVENTSTORE_TLS_CERT_FILE and EVENTSTORE_TLS_KEY_FILE too/],
      [{ ...files, [KEY]: join(folder, 'none') }, /EVENTSTORE_TLS_KEY_FILE cannot be read/],
      [{ ...files, [USERS]: noJson }, /users file must be JSON/],
      [{ ...files, [TLS]: noJson }, /certificate and key .* cannot be used/],
    ];
    for (const [changes, message] of cases) {
      await expect(openEventStore(config(changes))).rejects.toThrow(message);
    }
    const store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
    await store.close();
  });

  function config(changes: Partial<Config>): Config {
    return Object.assign(new Config(), { DATA_DIR: folder, EVENTSTORE_PORT: 0 }, changes);
  }

  async function file(name: string, content: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  }
});
