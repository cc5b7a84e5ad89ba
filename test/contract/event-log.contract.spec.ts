import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventLeafHash } from '#audit';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { type EventLog, RemoteEventStore } from '#event-store';
import { eventLogContract } from './event-log.contract.js';

eventLogContract('embedded event store', async () => {
  const { embedded, stop } = await open();
  return { store: embedded, stop };
});

eventLogContract("official client's connection, through the embedded store's door", async () => {
  const { remote: store, stop } = await open();
  return { store, stop };
});

it('hashes an event alike whichever way it is read', async () => {
  const { embedded, remote, stop } = await open();
  for (let index = 0; index < 50; index += 1) {
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const data = { text: `é${index}`, more: [1.5, null] };
    await remote.append('log', [{ id, type: 'Happened', data, metadata: { index } }], 'any');
  }
  const hashes = await hashesOf(remote);
  expect(hashes).toHaveLength(50);
  expect(hashes).toEqual(await hashesOf(embedded));
  await stop();
});

it('reads what is larger than a message of several events, before, between and after small ones', async () => {
  const { embedded, remote, stop } = await open();
  for (const length of [10, 1_000_000, 10, 70_000, 70_000, 10, 65_536, 1_000_000]) {
    const event = { id: randomUUID(), type: 'Happened', data: 'x'.repeat(length), metadata: {} };
    await remote.append('log', [event], 'any');
  }
  const hashes = await hashesOf(remote);
  expect(hashes).toHaveLength(8);
  expect(hashes).toEqual(await hashesOf(embedded));
  await stop();
});

async function hashesOf(log: EventLog): Promise<string[]> {
  const hashes: string[] = [];
  for await (const events of log.readStored('start')) {
    hashes.push(...events.map((event) => eventLeafHash(event).toString('hex')));
  }
  return hashes;
}

async function open() {
  const path = await mkdtemp(join(tmpdir(), 'event-log-'));
  const embedded = await EmbeddedEventStore.open({ path });
  const door = await EventStoreDoor.listen(embedded, { host: '127.0.0.1', port: 0 });
  const remote = RemoteEventStore.connect(`esdb://127.0.0.1:${door.port}?tls=false`);
  const stop = async () => {
    await remote.close();
    await door.close();
    await embedded.close();
    await rm(path, { recursive: true });
  };
  return { embedded, remote, stop };
}
