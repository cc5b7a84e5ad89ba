import {
  AccessDeniedError,
  type EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
  type StreamMetadata,
} from '@eventstore/db-client';
import {
  EmbeddedEventStore,
  EventStoreDoor,
  hashPassword,
  type UserAccount,
} from '#embedded-event-store';
import { certify } from '../support/certificate-authority.js';
import { eventually } from '../support/eventually.js';
import { aStream, ServedStore, someEvents, take } from './event-store-fixture.js';

const ONLY_ADMINS = { acl: { readRoles: ['$admins'], writeRoles: ['$admins'] } };

/** TLS, users and access lists, as the official client meets them. */
describe("the embedded store's door with TLS and users", () => {
  let served: ServedStore;
  let admin: EventStoreDBClient;
  let ops: EventStoreDBClient;
  let clerk: EventStoreDBClient;
  let anonymous: EventStoreDBClient;

  beforeAll(async () => {
    const users = await Promise.all([
      account('admin', ['$admins']),
      account('ops', ['$ops']),
      account('clerk', ['clerks']),
    ]);
    served = await ServedStore.start(undefined, { tls: certificate(), users });
    const as = (username: string) => served.clientFor({ username, password: `${username}'s` });
    [admin, ops, clerk] = [as('admin'), as('ops'), as('clerk')];
    anonymous = served.client;
  });

  afterAll(async () => {
    for (const client of [admin, ops, clerk]) {
      await client.dispose();
      (await client['getChannel']()).close();
    }
    await served.stop();
  });

  it('opens streams of users to everybody, and $all and system streams to admins only', async () => {
    const stream = aStream();
    await anonymous.appendToStream(stream, someEvents(2));
    expect(await take(clerk.readStream(stream))).toHaveLength(2);
    for (const client of [anonymous, clerk, ops]) {
      await expect(take(client.readAll())).rejects.toBeInstanceOf(AccessDeniedError);
      await expect(take(client.readStream('$settings'))).rejects.toBeInstanceOf(AccessDeniedError);
      const append = client.appendToStream('$mine', someEvents(1));
      await expect(append).rejects.toBeInstanceOf(AccessDeniedError);
    }
    expect((await take(admin.readAll())).length).toBeGreaterThanOrEqual(3);
    await expect(admin.appendToStream('$mine', someEvents(1))).resolves.toMatchObject({
      success: true,
    });
  });

  it.each([
    ['a password that is wrong', { username: 'admin', password: 'guessed' }],
    ['a login that does not exist', { username: 'mallory', password: "admin's" }],
  ])('refuses %s for every call', async (_name, credentials) => {
    const stream = aStream();
    await anonymous.appendToStream(stream, someEvents(1));
    const calls = [
      () => take(admin.readStream(stream, { credentials })),
      () => admin.appendToStream(stream, someEvents(1), { credentials }),
      () => admin.deleteStream(stream, { credentials }),
      () => admin.listAllPersistentSubscriptions({ credentials }),
      () => take(admin.subscribeToStream(stream, { credentials }), 1),
    ];
    for (const call of calls) await expect(call()).rejects.toBeInstanceOf(AccessDeniedError);
  });

  it('refuses wrong credentials of a batch append, which a whole client shares', async () => {
    const client = served.clientFor({ username: 'clerk', password: 'guessed' });
    const append = client.appendToStream(aStream(), someEvents(1));
    await expect(append).rejects.toBeInstanceOf(AccessDeniedError);
    await client.dispose();
    (await client['getChannel']()).close();
  });

  describe("a stream's access list", () => {
    it('names who may read, by login, group or $all', async () => {
      const stream = await restricted({ acl: { readRoles: ['clerks'] } });
      expect(await take(clerk.readStream(stream))).toHaveLength(1);
      await expect(take(anonymous.readStream(stream))).rejects.toBeInstanceOf(AccessDeniedError);
      await admin.setStreamMetadata(stream, { acl: { readRoles: ['ops'] } });
      expect(await take(ops.readStream(stream))).toHaveLength(1);
      await expect(take(clerk.readStream(stream))).rejects.toBeInstanceOf(AccessDeniedError);
      await admin.setStreamMetadata(stream, { acl: { readRoles: ['$all'] } });
      expect(await take(anonymous.readStream(stream))).toHaveLength(1);
    });

    it.each([
      ['batch', {}],
      ['plain', { credentials: { username: 'clerk', password: "clerk's" } }],
    ])('names who may write, by %s append', async (_name, call) => {
      const stream = await restricted({ acl: { writeRoles: ['ops'] } });
      const append = clerk.appendToStream(stream, someEvents(1), call);
      await expect(append).rejects.toBeInstanceOf(AccessDeniedError);
      await ops.appendToStream(stream, someEvents(1));
      expect(await take(clerk.readStream(stream))).toHaveLength(2);
    });

    it('names who may delete', async () => {
      const stream = await restricted({ acl: { deleteRoles: ['ops'] } });
      await expect(clerk.deleteStream(stream)).rejects.toBeInstanceOf(AccessDeniedError);
      await expect(clerk.tombstoneStream(stream)).rejects.toBeInstanceOf(AccessDeniedError);
      await expect(ops.deleteStream(stream)).resolves.toMatchObject({ position: {} });
    });

    it('names who may read and write the metadata itself', async () => {
      const stream = await restricted({ acl: { metaReadRoles: ['ops'], metaWriteRoles: ['ops'] } });
      await expect(clerk.getStreamMetadata(stream)).rejects.toBeInstanceOf(AccessDeniedError);
      const change = clerk.setStreamMetadata(stream, { maxCount: 1 });
      await expect(change).rejects.toBeInstanceOf(AccessDeniedError);
      expect((await ops.getStreamMetadata(stream)).metadata).toMatchObject({ acl: {} });
      await ops.setStreamMetadata(stream, { maxCount: 1 });
      await clerk.setStreamMetadata(stream, { maxCount: 2 });
    });

    it('holds for subscriptions', async () => {
      const stream = await restricted(ONLY_ADMINS);
      const subscription = take(clerk.subscribeToStream(stream), 1);
      await expect(subscription).rejects.toBeInstanceOf(AccessDeniedError);
      const all = take(clerk.subscribeToAll(), 1);
      await expect(all).rejects.toBeInstanceOf(AccessDeniedError);
      expect(await take(admin.subscribeToStream(stream), 1)).toHaveLength(1);
    });

    it('is not got round by a link into the stream', async () => {
      const secret = await restricted(ONLY_ADMINS);
      const links = aStream();
      const link = jsonEvent({ type: '$>', data: `0@${secret}` });
      const bytes = { ...link, data: Buffer.from(`0@${secret}`) };
      await clerk.appendToStream(links, { ...bytes, contentType: 'application/octet-stream' });
      const [seen] = await take(clerk.readStream(links, { resolveLinkTos: true }));
      expect(seen?.event).toBeUndefined();
      const [whole] = await take(admin.readStream(links, { resolveLinkTos: true }));
      expect(whole?.event).toMatchObject({ streamId: secret });
    });

    it('stands in front of the defaults that $settings gives', async () => {
      const settings = { $userStreamAcl: { $w: 'clerks' } };
      await admin.appendToStream('$settings', jsonEvent({ type: '$settings', data: settings }));
      const stream = aStream();
      const append = anonymous.appendToStream(stream, someEvents(1));
      await expect(append).rejects.toBeInstanceOf(AccessDeniedError);
      await clerk.appendToStream(stream, someEvents(1));
      expect(await take(anonymous.readStream(stream))).toHaveLength(1);
      const open = await restricted({ acl: { writeRoles: ['$all'] } });
      await anonymous.appendToStream(open, someEvents(1));
      await admin.appendToStream('$settings', jsonEvent({ type: '$settings', data: {} }));
      await anonymous.appendToStream(stream, someEvents(1));
    });
  });

  describe('a persistent subscription', () => {
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START });

    it('is made, changed, replayed, restarted and removed by operators only', async () => {
      const stream = aStream();
      const calls = (client: EventStoreDBClient) => [
        () => client.createPersistentSubscriptionToStream(stream, 'group', settings),
        () => client.updatePersistentSubscriptionToStream(stream, 'group', settings),
        () => client.replayParkedMessagesToStream(stream, 'group'),
        () => client.restartPersistentSubscriptionSubsystem(),
        () => client.deletePersistentSubscriptionToStream(stream, 'group'),
      ];
      for (const call of calls(clerk))
        await expect(call()).rejects.toBeInstanceOf(AccessDeniedError);
      for (const call of calls(ops)) await expect(call()).resolves.toBeUndefined();
    });

    it('is consumed by users who may read its stream, under their own names', async () => {
      const stream = await restricted({ acl: { readRoles: ['clerks'] } });
      await ops.createPersistentSubscriptionToStream(stream, 'group', settings);
      for (const client of [anonymous, ops]) {
        const taken = take(client.subscribeToPersistentSubscriptionToStream(stream, 'group'), 1);
        await expect(taken).rejects.toBeInstanceOf(AccessDeniedError);
      }
      const subscription = clerk.subscribeToPersistentSubscriptionToStream(stream, 'group');
      let seen = 0;
      subscription.on('data', () => (seen += 1)).on('error', () => undefined);
      await eventually(() => seen === 1);
      const info = await clerk.getPersistentSubscriptionToStreamInfo(stream, 'group');
      expect(info.connections).toMatchObject([{ username: 'clerk' }]);
      await subscription.unsubscribe();
    });

    it('to $all is for admins', async () => {
      const toAll = persistentSubscriptionToAllSettingsFromDefaults({ startFrom: START });
      await ops.createPersistentSubscriptionToAll('everything', toAll);
      const taken = take(clerk.subscribeToPersistentSubscriptionToAll('everything'), 1);
      await expect(taken).rejects.toBeInstanceOf(AccessDeniedError);
      expect(
        await take(admin.subscribeToPersistentSubscriptionToAll('everything'), 1),
      ).toHaveLength(1);
    });

    it('refuses its statistics to an unknown caller', async () => {
      const list = anonymous.listAllPersistentSubscriptions();
      await expect(list).rejects.toBeInstanceOf(AccessDeniedError);
    });
  });

  /** A stream of one event with this metadata. */
  async function restricted(metadata: StreamMetadata): Promise<string> {
    const stream = aStream();
    await admin.appendToStream(stream, someEvents(1));
    await admin.setStreamMetadata(stream, metadata);
    return stream;
  }
});

describe("the embedded store's door", () => {
  let served: ServedStore;

  beforeAll(async () => {
    served = await ServedStore.start();
  });

  afterAll(async () => {
    await served.stop();
  });

  it.each([
    [
      'other machines without TLS',
      { host: '0.0.0.0', port: 0 },
      /use 127\.0\.0\.1, or give it tls/,
    ],
    ['users without TLS', { host: '127.0.0.1', port: 0, users: [] }, /tls and users together/],
    [
      'a key that does not fit',
      {
        host: '127.0.0.1',
        port: 0,
        users: [],
        tls: { certificate: certificate().certificate, key: certificate().key },
      },
      /certificate and key .* cannot be used/,
    ],
  ])('refuses %s', async (_name, options, message) => {
    await expect(EventStoreDoor.listen(served.embedded, options)).rejects.toThrow(message);
  });

  it('without users lets everybody do everything', async () => {
    expect(served.embedded).toBeInstanceOf(EmbeddedEventStore);
    const stream = aStream();
    await served.client.appendToStream(stream, someEvents(1));
    await served.client.setStreamMetadata(stream, ONLY_ADMINS);
    expect(await take(served.client.readStream(stream))).toHaveLength(1);
    expect((await take(served.client.readAll())).length).toBeGreaterThan(1);
  });
});

async function account(login: string, groups: readonly string[]): Promise<UserAccount> {
  return { login, groups, passwordHash: await hashPassword(`${login}'s`) };
}

function certificate(): { certificate: string; key: string } {
  const { pem, privateKey } = certify({ name: 'localhost' });
  return { certificate: pem, key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) };
}
